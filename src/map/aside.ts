/** What of MapLibre's painter it needs. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly context: {
    readonly gl: WebGL2RenderingContext;
    readonly bindFramebuffer: { set: (to: WebGLFramebuffer | null) => void };
  };
}

/** A frame that is drawn, or being drawn, and not to be seen yet. */
export interface Aside {
  /** Whether all of it is drawn, so that it can be shown without waiting. */
  readonly done: () => boolean;
  /** Puts it on screen, once, in place of the one before. */
  readonly show: () => void;
  /** Lets it go instead. */
  readonly drop: () => void;
}

/**
 * Draws a frame beside the canvas. A browser that shows a canvas waits until all is drawn on it, without a GPU on the main thread: where a
 * program is drawn with for the first time, and compiled for that, for a third of a second and more in which no click is answered. For
 * what is drawn aside nobody waits.
 */
export function drawAside({ width, height, context }: Drawing, render: () => void): Aside {
  const { gl, bindFramebuffer: bound } = context;
  const { set } = bound;
  const frame = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
  // As the canvas itself has them, or the browser compiles every program once for either.
  const parts = [
    [gl.COLOR_ATTACHMENT0, gl.RGBA8],
    [gl.DEPTH_STENCIL_ATTACHMENT, gl.DEPTH24_STENCIL8],
  ] as const;
  const buffers = parts.map(([part, format]) => {
    const buffer = gl.createRenderbuffer();
    gl.bindRenderbuffer(gl.RENDERBUFFER, buffer);
    gl.renderbufferStorage(gl.RENDERBUFFER, format, width, height);
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, part, gl.RENDERBUFFER, buffer);
    return buffer;
  });
  gl.bindRenderbuffer(gl.RENDERBUFFER, null);
  bound.set = (to) => set.call(bound, to ?? frame);
  try {
    render();
  } finally {
    bound.set = set;
    bound.set(null);
  }
  const drawn = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  const drop = () => {
    gl.deleteSync(drawn);
    gl.deleteFramebuffer(frame);
    for (const buffer of buffers) gl.deleteRenderbuffer(buffer);
  };
  return {
    done: () => !drawn || gl.getSyncParameter(drawn, gl.SYNC_STATUS) === gl.SIGNALED,
    show: () => {
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, frame);
      gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
      gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
      drop();
    },
    drop,
  };
}
