/** What a file to download may be; of a video the kind is a free word. */
export const CONTENT_KINDS = [
  ...(['special_report', 'specification', 'catalogue', 'comparison', 'ebook'] as const),
  ...(['guide', 'checklist', 'infographic', 'other'] as const),
]
