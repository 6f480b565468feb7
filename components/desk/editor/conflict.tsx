import { Alert } from '@/components/ui/alert'
import { Button, buttonLook } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { isolated } from '@/lib/i18n/isolated'
import type { SavedMeanwhile } from './types'

interface ConflictProps {
  conflict: SavedMeanwhile
  editionId: string
  saveOver: () => void
}

/** Somebody else has saved since this page was opened: nothing of either is lost, and the writer decides. */
export function Conflict({ conflict: { by, at, newest }, editionId, saveOver }: ConflictProps) {
  return (
    <Alert
      tone="warn"
      urgent
      title={`${isolated('en', by ?? 'Somebody')} saved this chapter after you had opened it`}
    >
      <p>
        That was at <LocalTime at={at} short />. Your text is still here and has not been saved. Their version
        is kept whatever you do.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <a
          href={`/desk/chapters/${editionId}/preview?revision=${newest}`}
          target="_blank"
          rel="noopener"
          className={buttonLook({ size: 'small' })}
        >
          Look at their version
        </a>
        <Button size="small" onClick={saveOver}>
          Save mine as the newest
        </Button>
      </div>
    </Alert>
  )
}
