interface Counted {
  passed: number
  failed: number
  skipped: number
}
export function countTests(report: string, files: number): Counted
export function countJourneys(report: string): Counted
export function plannedJourneys(only: string[]): Promise<number>
export function filesOf(projects: string[]): string[]
export function journeyFiles(): string[]
