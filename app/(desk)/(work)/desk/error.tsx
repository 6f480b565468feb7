'use client'

export { Broken as default } from '@/components/desk/frame/broken'
