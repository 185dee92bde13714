export const database = 'credentials'
