export interface Doors {
  actions: string[]
  pages: string[]
  handlers: string[]
}
interface Policy {
  actions: object
  pages: object
  handlers: object
  readersPages: string
}
export function builtDoors(folder: string): Doors
export function addressesOf(files: string[]): Pick<Doors, 'pages' | 'handlers'>
export function differences(doors: Doors, policy: Policy): string[]
export function policyOf(folder: string): Promise<Policy>
export function compareDoors(folder: string): Promise<void>
