/** Something of ours failed: the run is `platform_error`, is tried again where `retryable`, and never costs an attempt. */
export class GraderFault extends Error {
  override readonly name = 'GraderFault'
  constructor(
    message: string,
    readonly retryable: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
