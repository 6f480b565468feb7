import { cookies } from 'next/headers'
export default async function Page() {
  const c = await cookies()
  return <h1 className="text-xl">desk {c.size}</h1>
}
