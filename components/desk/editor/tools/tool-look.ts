export const toolLook =
  'inline-flex size-8 items-center justify-center rounded-md text-soft hover:bg-tint hover:text-ink aria-pressed:bg-tint aria-pressed:text-rubric [&_svg]:size-4'
