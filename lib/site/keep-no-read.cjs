// Next's cache of 'use cache' reads, turned off for the same reason. The entry's stream has to be read to its end.
module.exports = {
  async get() {
    return undefined
  },
  async set(_key, pendingEntry) {
    const entry = await pendingEntry
    const reader = entry.value.getReader()
    while (!(await reader.read()).done);
  },
  async refreshTags() {},
  async getExpiration() {
    return 0
  },
  async updateTags() {},
}
