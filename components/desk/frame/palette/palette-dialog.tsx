import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { useWords } from '../../language/words'
import { allPlaces } from '../places'
import type { Deed } from './deeds'
import type { PaletteProps } from './palette'

interface PaletteDialogProps extends PaletteProps {
  deeds: Deed[]
  /** What is looked for. */
  typed: string
  onType: (typed: string) => void
  close: () => void
}

const itemLook =
  'flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded-md px-2.5 text-sm data-[selected=true]:bg-tint pointer-coarse:min-h-11'
const groupLook =
  'py-1 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-soft'

/** The list of commands: filtered while one types, chosen by arrows and Enter. */
export default function PaletteDialog({ places, views, deeds, typed, onType, close }: PaletteDialogProps) {
  const { words } = useWords('frame')
  const { palette } = words
  const router = useRouter()
  const go = (address: string) => () => {
    close()
    router.push(address)
  }
  const fits = fittingTo(typed)
  const fittingDeeds = deeds.filter(({ name }) => fits(name))
  const fittingViews = views.filter(({ name }) => fits(`${words.places.queue} ${name}`))
  const fittingPlaces = allPlaces.filter(([place]) => places.includes(place) && fits(words.places[place]))
  return (
    <Command.Dialog
      open
      onOpenChange={(open) => !open && close()}
      label={palette.title}
      loop
      shouldFilter={false}
      overlayClassName="fixed inset-0 z-40 bg-ink/40"
      contentClassName="fixed inset-x-4 top-[12dvh] z-50 mx-auto max-w-lg overflow-hidden rounded-lg border border-line bg-sheet text-ink shadow-xl"
    >
      <Command.Input
        value={typed}
        onValueChange={onType}
        aria-label={palette.type}
        placeholder={palette.type}
        className="w-full border-b border-line bg-transparent px-4 py-3 text-base outline-none placeholder:text-soft"
      />
      <Command.List className="max-h-[60dvh] overflow-y-auto p-1.5">
        <Command.Empty className="px-2.5 py-6 text-center text-sm text-soft">{palette.nothing}</Command.Empty>
        {fittingDeeds.length > 0 && (
          <Command.Group heading={palette.comment} className={groupLook}>
            {fittingDeeds.map(({ name, key, run }) => (
              <Command.Item
                key={name}
                className={itemLook}
                onSelect={() => {
                  close()
                  // Once the dialog has given the focus back.
                  setTimeout(run)
                }}
              >
                {name}
                <kbd className="rounded border border-edge/60 px-1.5 font-sans text-xs text-soft">{key}</kbd>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {fittingViews.length > 0 && (
          <Command.Group heading={palette.views} className={groupLook}>
            {fittingViews.map(({ name, address }) => (
              <Command.Item
                key={address}
                value={`${words.places.queue} ${name}`}
                className={itemLook}
                onSelect={go(address)}
              >
                {name}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {fittingPlaces.length > 0 && (
          <Command.Group heading={palette.places} className={groupLook}>
            {fittingPlaces.map(([place, address]) => (
              <Command.Item key={place} className={itemLook} onSelect={go(address)}>
                {words.places[place]}
              </Command.Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command.Dialog>
  )
}

/**
 * Does a name hold each word that is typed? (The library's own filter orders what it has not drawn yet: after words that
 * fit nothing, Enter took something else than what was typed then.)
 */
function fittingTo(typed: string) {
  const parts = folded(typed).split(/\s+/)
  return (name: string) => parts.every((part) => folded(name).includes(part))
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase()
