import { launchChromium } from './test/browser/chromium.ts'
const [, , base, pw] = process.argv
const b = await launchChromium()
for (const [name, locale, theme, width] of [['en-light-1400', 'en-GB', 'light', 1400], ['he-dark-1400', 'he-IL', 'dark', 1400], ['en-dark-390', 'en-GB', 'dark', 390], ['he-light-390', 'he-IL', 'light', 390]] as const) {
  const c = await b.newContext({ locale, colorScheme: theme, viewport: { width, height: 900 } })
  const p = await c.newPage()
  p.on('pageerror', (e) => console.log('ERR', e.message)); p.on('console', (m) => m.type() === 'error' && console.log('CON', m.text()))
  await p.goto(base + '/sign-in'); await p.locator('input[type=email]').fill('marketing@ripen.example'); await p.locator('input[type=password]').fill(pw!); await p.locator('button[type=submit]').click()
  await p.waitForURL('**/webinars'); const slug = new URL(p.url()).pathname.split('/')[2]
  await p.goto(`${base}/w/${slug}/people${name.startsWith('he') ? '?temperature=hot&activeWithinDays=90' : ''}`); await p.waitForTimeout(2500)
  await p.screenshot({ path: `/tmp/seg-${name}.png` })
  if (width === 1400) { await p.locator('header button').last().click().catch(() => {}); await p.waitForTimeout(800); await p.screenshot({ path: `/tmp/seg-${name}-menu.png` }) }
  await c.close()
}
await b.close()
