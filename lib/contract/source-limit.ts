/** UTF-8 bytes of one solution: enough for any of them, too little to carry a dataset. */
export const MAX_SOURCE_BYTES = 64_000
