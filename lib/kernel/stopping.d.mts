export function whenToldToStop(hear: {
  stop: (why: NodeJS.Signals) => void
  force: (why: NodeJS.Signals) => void
  deaf?: readonly NodeJS.Signals[]
}): void
