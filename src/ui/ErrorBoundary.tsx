import { Component, type ReactNode } from 'react'

export interface ErrorBoundaryProps {
  /** Which part failed; stands in the page as `data-error-boundary`. Never content. */
  readonly name: string
  /** What is shown instead. It must not need anything that may have failed. */
  readonly fallback: ReactNode
  /** A change of this value tries again, as when another bundle is chosen. */
  readonly resetKey?: unknown
  readonly children: ReactNode
}

interface State {
  readonly failed: boolean
  readonly resetKey: unknown
}

/**
 * Keeps a mistake in one part from blanking the page. What went wrong is deliberately not reported anywhere: the
 * message of an exception may quote the record.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failed: false, resetKey: this.props.resetKey }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  static getDerivedStateFromProps({ resetKey }: ErrorBoundaryProps, state: State): State | null {
    return Object.is(resetKey, state.resetKey) ? null : { failed: false, resetKey }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return <div data-error-boundary={this.props.name}>{this.props.fallback}</div>
  }
}
