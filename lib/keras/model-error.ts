/** A model, or a file of one, that cannot be converted: for whoever brought it, who can read why. */
export class ModelError extends Error {}
