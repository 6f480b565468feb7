import fc from 'fast-check'

// Properties are tried on the same examples each time, so that a change is judged by what it changed. Other examples:
// FUZZ_SEED=7 npx vitest run --project unit
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20261123) })
