// The least a page does with the frame's end, to be weighed.
import { mountFrame } from "../../src/embed/frame.ts";

mountFrame({ box: document.body, goto: () => true });
