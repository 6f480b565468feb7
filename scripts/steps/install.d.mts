export function install(what: { tools: boolean }): Promise<void>
export function wantedMark(what: {
  there: string | undefined
  lock: string
  tools: boolean
  areToolsThere: () => boolean
}): string
