/**
 * Says on the html element what the address of a frame asks for, before anything is painted: what is about to be replaced is not shown
 * first. A frame is laid out before it is seen, in other letters than it is seen in. Nothing is shown until it is seen, so that nothing
 * moves then, or until all has come: who reads or searches a frame out of sight finds its words. It stands in the page, so it is written
 * out here and known to the page's policy by its hash. The page's script reads the same address in full (readback.ts, model/url.ts).
 */
export const ASKED = `{const{hash:h,search:q}=location,d=document.documentElement.dataset,f=(r,s)=>r.exec(s)?.[1];let v;if(v=f(/[?&]ui=(list|static)(?:&|$)/,q))d.ui=v;if(v=f(/[#&]theme=(dark|light)(?:&|$)/,h))d.theme=v;if(v=f(/[#&](s|e|pl|topic|step|tab|t)=/,h))d.asked=v;{let u=()=>delete d.unseen;d.unseen="";requestAnimationFrame(u);addEventListener("load",u)}}`;
