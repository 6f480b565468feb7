import { Alert } from '@/components/ui/alert'
import { Button, buttonLook } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { useWords } from '../language/words'
import type { SavedMeanwhile } from './types'

interface ConflictProps {
  conflict: SavedMeanwhile
  editionId: string
  saveOver: () => void
}

/** Somebody else has saved since this page was opened: nothing of either is lost, and the writer decides. */
export function Conflict({ conflict: { by, at, newest }, editionId, saveOver }: ConflictProps) {
  const { words: editor, say, rich } = useWords('editor')
  const words = editor.conflict
  return (
    <Alert tone="warn" urgent title={by === null ? words.titleSomebody : say(words.title, { name: by })}>
      <p>{rich(words.text, { time: <LocalTime at={at} short /> })}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <a
          href={`/desk/chapters/${editionId}/preview?revision=${newest}`}
          target="_blank"
          rel="noopener"
          className={buttonLook({ size: 'small' })}
        >
          {words.look}
        </a>
        <Button size="small" onClick={saveOver}>
          {words.mine}
        </Button>
      </div>
    </Alert>
  )
}
