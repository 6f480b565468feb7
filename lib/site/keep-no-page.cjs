// Next's cache of whole pages, turned off: the document door in front keeps pages, and nothing else may.
module.exports = class KeepNoPage {
  async get() {
    return null
  }
  async set() {}
  async revalidateTag() {}
  resetRequestCache() {}
}
