import { Pills, TogglePill } from '../../../parts/pills.tsx'
import style from './rules.module.css'

/** Some of a few, or all of them: that is the first pill, on while none of the others is. */
export function Several(props: {
  label: string
  all: string
  options: readonly string[]
  chosen: string[]
  nameOf: (option: string) => string
  onChange: (chosen: string[]) => void
}) {
  const { label, all, options, chosen, nameOf, onChange } = props
  const shown = [...new Set([...options, ...chosen])]
  const turned = (each: string) => (chosen.includes(each) ? chosen.filter((own) => own !== each) : [...chosen, each])
  return (
    <div className={style.several}>
      <span aria-hidden="true">{label}</span>
      <Pills label={label} pressed={chosen.join()}>
        <TogglePill isOn={chosen.length === 0} onPress={() => onChange([])}>
          {all}
        </TogglePill>
        {shown.map((each) => (
          <TogglePill key={each} isOn={chosen.includes(each)} onPress={() => onChange(turned(each))}>
            <bdi>{nameOf(each)}</bdi>
          </TogglePill>
        ))}
      </Pills>
    </div>
  )
}
