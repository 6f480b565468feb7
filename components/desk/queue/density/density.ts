/** How comments are shown where there is room: each whole, or in rows with the current one beside them. */
export const densities = ['cards', 'list'] as const
export type Density = (typeof densities)[number]

/** Of the browser and not of the person: a phone has no room for a list with a pane. */
export const densityCookie = 'desk-density'

export const readDensity = (given: string | undefined): Density =>
  densities.find((one) => one === given) ?? densities[0]
