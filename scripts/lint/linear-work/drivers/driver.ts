/** Gives each function of a file the text as it is. */
export function each<Module extends object>(
  file: string,
  module: Module,
  ...names: (keyof Module & string)[]
) {
  const driver = (name: keyof Module) => module[name] as (text: string) => unknown
  return Object.fromEntries(names.map((name) => [`${file} ${name}`, driver(name)]))
}

/** No more than it has. */
export const all = (text: string) => ({ characters: text.length })

export function form(name: string, value: string) {
  const made = new FormData()
  made.append(name, value)
  return made
}
