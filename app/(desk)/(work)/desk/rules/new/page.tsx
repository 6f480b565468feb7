import type { Metadata } from 'next'
import { GiveWords } from '@/components/desk/language/words'
import { NewRulePage } from '@/components/desk/rules/new-rule-page'
import { uuidIn } from '@/lib/kernel/ids'
import { marksOfComment, previewRule } from '@/lib/moderation/rules/preview-queries'
import { staffOrSignIn } from '../../../../acting'
import { speakingTo, titled } from '../../../../speaking'
import { makeRuleAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const actor = await staffOrSignIn('make standing rules')
  return titled(actor, ({ rules }) => rules.form.title)
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function NewStandingRulePage({ searchParams }: Props) {
  const actor = await staffOrSignIn('make standing rules')
  const asked = await searchParams
  const [kind, given] = [textIn(asked.kind), textIn(asked.value)]
  const id = uuidIn(asked.from)
  const [marks, { locale, words }] = await Promise.all([
    id ? marksOfComment(actor, id) : undefined,
    speakingTo(actor),
  ])
  // Of a comment that is there, its own words count: an address names what kind, and which of its hosts.
  const ofKind = marks?.filter((mark) => mark.kind === kind)
  const chosen = marks ? (ofKind?.find((mark) => mark.value === given) ?? ofKind?.[0])?.value : given
  const read = kind && chosen !== undefined ? await previewRule(actor, { kind, value: chosen }) : undefined
  return (
    <GiveWords words={{ rules: words.rules, problems: words.problems }}>
      <NewRulePage
        locale={locale}
        from={id && marks ? { id, marks } : undefined}
        isGone={asked.from !== undefined && !marks}
        typed={{ kind, value: given }}
        problem={read && !read.ok ? read.refusal : undefined}
        preview={read?.ok ? read.value : undefined}
        make={makeRuleAction}
      />
    </GiveWords>
  )
}

const textIn = (given: string | string[] | undefined) =>
  typeof given === 'string' ? given.slice(0, 2_000) : undefined
