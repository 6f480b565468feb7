import { described, Field, Select } from '@/components/ui/field'
import { useWords } from '../language/words'
import { useBrowserZone } from './browser-zone'

interface ZoneFieldProps {
  zone: string
  /** Those that the server knows: a browser may call some of them by other names. */
  zones: readonly string[]
  problem?: string
}

/** A choice among all time zones, by area. Whoever has chosen one keeps one: UTC is among them. */
export function ZoneField({ zone, zones, problem }: ZoneFieldProps) {
  const { words, rich } = useWords('account')
  const { own } = words
  const here = useBrowserZone()
  // The areas of the database; the names of places in them are the same in every language.
  const areas = Object.groupBy(
    zones.filter((one) => one.includes('/')),
    (one) => one.slice(0, one.indexOf('/')),
  )
  const hint = (
    <>
      {own.zoneHint} {/* Known when scripts are there; its line is kept. */}
      <span className="block min-h-[1lh]">{here && rich(own.browserZone, { zone: <bdi>{here}</bdi> })}</span>
    </>
  )
  return (
    <Field id="zone" label={own.zone} problem={problem} hint={hint}>
      <Select {...described('zone', problem, true)} name="zone" defaultValue={zone}>
        {zone === '' && <option value="">{own.noZone}</option>}
        <option value="UTC">UTC</option>
        {Object.entries(areas).map(([area, inIt]) => (
          <optgroup key={area} label={words.areas[area as keyof typeof words.areas] ?? area}>
            {inIt!.map((one) => (
              <option key={one} value={one} lang="en">
                {one.slice(area.length + 1).replaceAll('_', ' ')}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  )
}
