// Next makes it small itself.
export default { plugins: { '@tailwindcss/postcss': { optimize: false } } }
