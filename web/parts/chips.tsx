import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import style from './chips.module.css'

/** One of a few, all of them in sight. */
export function Chips<Value extends string>(props: {
  label: string
  value: Value
  options: readonly (readonly [Value, string])[]
  onChange: (value: Value) => void
}) {
  const { label, value, options, onChange } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={style.chips ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([chosen]) => onChange(chosen as Value)}
    >
      {options.map(([each, words]) => (
        <ToggleButton key={each} id={each} className={style.chip ?? ''}>
          {words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
