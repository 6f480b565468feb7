export function whenToldToStop(hear: {
  stop: (why: NodeJS.Signals) => void
  force: (why: NodeJS.Signals) => void
}): void
