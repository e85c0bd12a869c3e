import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { openCompany } from './company.ts'
import { firstStart, type Look, shared, useBrowser } from './dashboard.ts'
import { fillCompany } from './filled.ts'
import { overflow, smallTargets } from './room.ts'
import { type Scene, screens, stands } from './screens.ts'

const browser = useBrowser()
const shown = shared(async (atEnd) => {
  const [company, unowned] = await Promise.all([openCompany(atEnd), firstStart({}, atEnd)])
  return { company, filled: await fillCompany(company), firstLink: unowned.link }
})

const sizes = { wide: { width: 1400, height: 1000 }, phone: { width: 390, height: 844 } }
const looks = (['en', 'he'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['wide', 'phone'] as const).map((size) => ({ language, theme, size })),
  ),
)

test.for(looks)('no screen breaks WCAG 2.2 A or AA: $language, $theme, $size', async ({ language, theme, size }) => {
  const scene = await sceneOf({ language, theme, ...sizes[size] })
  const found: string[] = []
  for (const [name, show] of screens) {
    await show(scene)
    await stands(scene.page)
    found.push(...(await violations(scene.page)).map((each) => `${name}: ${each}`))
  }
  expect(found).toEqual([])
})

test.for(['en', 'he'] as const)(
  'every screen fits from 360 to 1,600 px, and a finger hits everything (%s)',
  async (language) => {
    const scene = await sceneOf({ language })
    const found: string[] = []
    for (const [name, show] of screens) {
      await show(scene)
      await stands(scene.page)
      for (const width of [1600, 768, 360]) {
        await scene.page.setViewportSize({ width, height: 900 })
        await stands(scene.page)
        const beyond = await overflow(scene.page)
        if (beyond > 0) found.push(`${name} at ${width} px: ${beyond} px beyond the window`)
        found.push(...(await smallTargets(scene.page)).map((each) => `${name} at ${width} px: ${each}`))
      }
    }
    expect(found).toEqual([])
  },
)

async function sceneOf(look: Look): Promise<Scene> {
  return { page: await browser.open(look), ...shown() }
}
