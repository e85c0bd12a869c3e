import all from 'email-providers/all.json' with { type: 'json' }

/** Providers that the package lacks or may lose; the Israeli ones first. */
const missing = `
  012.net.il 013.net 013net.net 014.net.il actcom.co.il barak.net.il bezeqint.net inter.net.il internet-zahav.net
  nana.co.il nana10.co.il netvision.net.il smile.net.il walla.co.il walla.com yahoo.co.il zahav.net.il
  aol.de disroot.org duck.com fastmail.com gmx.ch internet.ru kolabnow.com mailfence.com posteo.de posteo.net
  startmail.com tempmail.com tuta.com tuta.io tutamail.com tutanota.com tutanota.de vk.com yandex.by yandex.kz
  zohomail.com zohomail.eu
`

/** In the package's list, though people there write as staff of a company or school, or nobody writes at all. */
const noMailbox = `
  alibaba.com ancestry.com discovery.com example.com facebook.com medscape.com name.com nus.edu.sg oath.com
  singpost.com techspot.com unican.es
`

/** Names by which services for one-time addresses give themselves away; the package does not tell them apart. */
const oneTime = new RegExp(
  [
    'te?mp(or[a-z]*|y)?-?e?-?(mail|inbox|alias)|temporar|throw-?away|one-?time',
    'trash-?e?-?mail|mytrash|trashy|dispos(e|able)|dispostable|discard|spam|fake-?(e?-?mail|inbox)|wegwerf|jetable',
    'minut(e|en|es)n?-?e?mail|mailinator|guerr?illamail|yopmail|sharklasers|getnada|getairmail|mailnesia|mailcatch',
    'maildrop|mohmal|moakt|mintemail|emailondeck|bugmenot|incognitomail|harakirimail|deadaddress|dumpyemail|filzmail',
    'armyspy|cuvox|dayrep|einrot|fleckens|gustr|jourrapide|rhyta|superrito|teleworm',
  ].join('|'),
)

const free = freeDomains()
const disposable = free.filter((domain) => oneTime.test(domain))

/**
 * Domains where anybody gets a mailbox, one-time addresses included: whoever writes from there gave no business address.
 * Lower case, sorted by code point; goes into the model when it is published (about 140 kB).
 */
export function freeMailboxes(): string[] {
  return [...free]
}

/** The free mailboxes that are made to be thrown away, as far as their names tell. */
export function disposableMailboxes(): string[] {
  return [...disposable]
}

function freeDomains(): string[] {
  const out = new Set(words(noMailbox))
  const listed = all.filter((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))
  return [...new Set([...listed, ...words(missing)])].filter((domain) => !out.has(domain)).sort()
}

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
