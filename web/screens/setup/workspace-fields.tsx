import { useTranslation } from 'react-i18next'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { zoneOption } from '../../parts/zone-option.ts'
import { countries, countryOf, timezones, weekendOf, weekends } from './places.ts'
import style from './setup.module.css'
import { slugOf } from './slug.ts'

export interface NewWorkspace {
  name: string
  slug: string
  timezone: string
  weekend: string
  holidays: string[]
  observes: string[]
  template: Template
  /** As typed: domains with commas or spaces between them. */
  staffDomains: string
}

/** Ready-made formulas to begin with, by their names in the key of the words. */
const templates = {
  webinar: 'webinar',
  'b2b-it': 'it',
  'online-behaviour': 'behaviour',
  'webinar+b2b-it:company': 'size',
} as const
type Template = keyof typeof templates

const observable = ['mail', 'phone', 'whatsapp', 'site'] as const

/** What a new workspace is proposed to be, by the zone of the browser. */
export function firstWorkspace(timezone: string): NewWorkspace {
  const country = countryOf(timezone)
  const weekend = weekendOf(timezone)
  return {
    name: '',
    slug: '',
    timezone,
    weekend,
    holidays: country ? [country] : [],
    observes: [],
    template: 'webinar',
    staffDomains: '',
  }
}

export function staffDomainsIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean)
}

/** The fields of a new workspace: what it is called and when it works. */
export function WorkspaceFields(props: { workspace: NewWorkspace; onChange: (workspace: NewWorkspace) => void }) {
  const { t, i18n } = useTranslation('setup')
  const { workspace, onChange } = props
  const set = (change: Partial<NewWorkspace>) => onChange({ ...workspace, ...change })
  const country = workspace.holidays[0] ?? ''

  function rename(name: string) {
    const isOwn = workspace.slug !== '' && workspace.slug !== slugOf(workspace.name)
    set({ name, slug: isOwn ? workspace.slug : slugOf(name) })
  }

  return (
    <fieldset className={style.group}>
      <legend>{t('workspace.title')}</legend>
      <Field
        name="company"
        label={t('workspace.name')}
        autoComplete="organization"
        isRequired
        value={workspace.name}
        onChange={rename}
      />
      <Field
        name="slug"
        label={t('workspace.slug')}
        hint={t('workspace.slugHint')}
        isRequired
        value={workspace.slug}
        onChange={(slug) => set({ slug })}
      />
      <Choice
        label={t('workspace.timezone')}
        value={workspace.timezone}
        options={timezones(workspace.timezone).map(zoneOption)}
        onChange={(timezone) => set({ timezone })}
      />
      <div className={style.pair}>
        <Choice
          label={t('workspace.weekend')}
          value={workspace.weekend}
          options={weekends.map((weekend) => [weekend, t(`workspace.weekends.${weekend}`)] as const)}
          onChange={(weekend) => set({ weekend })}
        />
        <Choice
          label={t('workspace.holidays')}
          value={country}
          options={[['', t('workspace.noHolidays')] as const, ...countries(i18n.language)]}
          onChange={(holidays) => set({ holidays: holidays ? [holidays] : [] })}
        />
      </div>
      <fieldset className={style.checks}>
        <legend>{t('workspace.observes')}</legend>
        <small>{t('workspace.observesHint')}</small>
        {observable.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              checked={workspace.observes.includes(each)}
              onChange={({ target }) => {
                const others = workspace.observes.filter((other) => other !== each)
                set({ observes: target.checked ? [...others, each] : others })
              }}
            />
            {t(`workspace.observed.${each}`)}
          </label>
        ))}
      </fieldset>
      <Choice
        name="template"
        label={t('workspace.template')}
        hint={t('workspace.templateHint')}
        value={workspace.template}
        options={(Object.keys(templates) as Template[]).map((name) => [
          name,
          t(`workspace.templates.${templates[name]}`),
        ])}
        onChange={(template) => set({ template })}
      />
      <Field
        name="staffDomains"
        label={t('workspace.staff')}
        hint={t('workspace.staffHint')}
        value={workspace.staffDomains}
        onChange={(staffDomains) => set({ staffDomains })}
      />
    </fieldset>
  )
}
