'use client'

import { useEffect, useRef } from 'react'
import type { Tone } from './sheet'

/** What is drawn: bars for each label, side by side or on top of each other. */
export interface Drawing {
  labels: string[]
  series: { label: string; tone: Tone; values: number[] }[]
  stacked: boolean
  /** How numbers are written, and from which side one reads. */
  tag: string
  isRtl: boolean
}

/** The picture of a table that stands below it. What draws it is loaded once it is near. */
export function Chart({ drawing, label }: { drawing: Drawing; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const here = canvas.current
    if (!here) return undefined
    let erase: (() => void) | undefined
    let isOver = false
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        near.disconnect()
        // Who is offline has the table.
        void import('./draw').then(
          ({ draw }) => {
            if (!isOver) erase = draw(here, drawing)
          },
          () => undefined,
        )
      },
      { rootMargin: '50%' },
    )
    near.observe(here)
    return () => {
      isOver = true
      near.disconnect()
      erase?.()
    }
  }, [drawing])
  return (
    <div className="relative h-64 min-w-0 noscript:hidden">
      <canvas ref={canvas} role="img" aria-label={label} className="absolute inset-0 size-full" />
    </div>
  )
}
