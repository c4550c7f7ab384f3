/** How large a share picture is, in px: what previews ask for, and what pages say of theirs. */
export const SHARED = { width: 1200, height: 630 } as const;
