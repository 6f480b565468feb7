'use client'

import { LayoutList, PanelRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { buttonLook } from '@/components/ui/button'
import { useWords } from '../../language/words'
import { densities, densityCookie, type Density } from './density'

const icons = { cards: LayoutList, list: PanelRight }
const aYear = 365 * 24 * 60 * 60

/** Cards, or a list with a pane: kept by the browser. Where a list has no room there is nothing to choose. */
export function DensityChoice({ density }: { density: Density }) {
  const { words } = useWords('queue')
  const router = useRouter()
  const choose = (one: Density) => {
    keep(one)
    startTransition(() => router.refresh())
  }
  return (
    <div role="group" aria-label={words.density.title} className="hidden gap-1 lg:flex noscript:lg:hidden">
      {densities.map((one) => {
        const Icon = icons[one]
        return (
          <button
            key={one}
            type="button"
            aria-pressed={one === density}
            onClick={() => choose(one)}
            className={`${buttonLook({ tone: 'quiet', size: 'small' })} aria-pressed:bg-tint aria-pressed:text-ink`}
          >
            <Icon aria-hidden="true" />
            {words.density[one]}
          </button>
        )
      })}
    </div>
  )
}

function keep(density: Density) {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `${densityCookie}=${density}; path=/desk; max-age=${aYear}; samesite=lax${secure}`
}
