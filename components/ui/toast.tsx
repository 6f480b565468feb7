import type { ReactNode } from 'react'

interface ToastProps {
  /** Tells one message from the next, so that each is read out. */
  nonce: number | undefined
  children: ReactNode
}

/** What came of the last button, at the foot of the page. It stays until the next one. */
export function Toast({ nonce, children }: ToastProps) {
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center">
      {nonce !== undefined && (
        <div
          key={nonce}
          className="pointer-events-auto flex min-h-11 max-w-xl items-center gap-4 rounded-md bg-ink px-4 py-2 text-sm text-paper shadow-lg"
        >
          {children}
        </div>
      )}
    </div>
  )
}
