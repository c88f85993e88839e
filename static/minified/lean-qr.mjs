// 1d810b3d40bef835
/*! lean-qr 2.7.4 (nano build, unchanged but for its ending): a QR code on the device, without a request.
https://github.com/davidje13/lean-qr
MIT License

Copyright (c) 2021-2025 David Evans

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
*/
const t=[.2,3/8,5/9,2/3],e=(e,o)=>r=>{const n=4*e+r-4,s="*-04-39?2$%%$%%'$%''%'''%')(%'))%(++'(++'(+.'+-.',/3',33)-/5)-43).36)058*18<+37<+4:<,4:E,5<A-7>C/8@F/:EH/<EK0=FM1?IP2@KS3BNV4DPY5FS\\6HV_6IXb7K[e8N^i9Pam;Rdp<Tgt".charCodeAt(n)-35,l=n>8?s:1,f=o/l|0,c=o%l,i=l-c,h=n>8?f*t[r]+(e>5)&-2:s,a=f-h;return{t:i*a+c*a+c,o:[[i,a],[c,a+1]],l:h}},o={L:0,M:1,Q:2,H:3},r=t=>new Uint8Array(t),n=t=>{const e=new Error(`lean-qr error ${t}`);throw e.code=t,e},s=(t,e=t*t,o=r(e))=>({size:t,i:o,get:(e,r)=>e>=0&&e<t&&!!(1&o[r*t+e]),u(e,{on:o=[0,0,0],off:r=[0,0,0,0],pad:n=4,padX:s=n,padY:l=n}={}){const f=t+2*s,c=t+2*l,i=e.createImageData(f,c),h=new Uint32Array(i.data.buffer);i.data.set([...o,255]);const a=h[0];i.data.set([...r,255]);const g=h[0];for(let t=0;t<c;++t)for(let e=0;e<f;++e)h[t*f+e]=this.get(e-s,t-l)?a:g;return i},toCanvas(t,e){const o=t.getContext("2d"),r=this.u(o,e);t.width=r.width,t.height=r.height,o.putImageData(r,0,0)}}),l=[(t,e)=>1&(t^e),(t,e)=>1&e,t=>t%3,(t,e)=>(t+e)%3,(t,e)=>1&(t/3^e>>1),(t,e)=>(t&e&1)+t*e%3,(t,e)=>(t&e)+t*e%3&1,(t,e)=>(t^e)+t*e%3&1],f=r(511);for(let t=0,e=1;t<255;e=2*e^285*(e>127))f[f[e+255]=t++]=e;const c=t=>f[t%255],i=t=>f[t+255],h=(t,e)=>{const o=r(t.length+e.length-1);for(let r=0;r<t.length;++r)for(let n=0;n<e.length;++n)o[r+n]^=c(t[r]+e[n]);return o.map(i)},a=(t,e)=>{const o=r(t.length+e.length-1);o.set(t,0);for(let r=0;r<t.length;++r)if(o[r]){const t=i(o[r]);for(let n=0;n<e.length;++n)o[r+n]^=c(e[n]+t)}return o.slice(t.length)},g=[[0],[0,0]];for(let t=1;t<30;++t)g.push(h(g[t],[0,t]));const u=(t,e)=>{const o=[[],[]];let n=0,s=0;for(const[r,l]of e.o)for(let f=0;f<r;++f,n+=l){const r=t.slice(n,n+l);o[0].push(r),o[1].push(a(r,g[e.l])),s+=l+e.l}const l=r(s);s=0;for(const t of o)for(let e=0,o=-1;o<s;++e){o=s;for(const o of t)e<o.length&&(l[s++]=o[e])}return l},p=(t,e,o)=>{let r=t<<=o;for(let t=134217728;t>>=1;)r&t&&(r^=e*(t>>o));return r|t},d=({size:t,i:e},o)=>{const r=(o,r,n,s)=>{for(;n-- >0;o+=t)e.fill(s,o,o+r)},n=(e,o,n)=>{for(let s=0;s++<3;n-=2)r(o*t+e-(n>>1)*(t+1),n,n,2|s)},s=2*((t-13)/(1+(o/7|0))/2+.75|0);if(o>1)for(let e=t-7;e>8;e-=s){for(let t=e;t>8;t-=s)n(e,t,5);e<t-7&&n(e,6,5)}if(o>6)for(let r=p(o,7973,12),n=1;n<7;++n)for(let o=12;o-- >9;r>>=1)e[n*t-o]=2|1&r;r(7,2,9,2),r(t-8,8,9,2);for(let o=0;o<t;++o)e[6*t+o]=3^1&o;n(3,3,7),n(t-4,3,7);for(let o=0;o<t;++o)for(let r=o;r<t;++r)e[r*t+o]=e[o*t+r];e[(t-8)*t+8]=3},m=({size:t,i:e})=>{const o=[];for(let r=t-2,n=t,s=-1;r>=0;r-=2){for(5===r&&(r=4);n+=s,-1!==n&&n!==t;){const s=n*t+r;e[s+1]||o.push(s+1),e[s]||o.push(s)}s*=-1}return o},w=({i:t},e,o)=>e.forEach((e,r)=>t[e]=o[r>>3]>>(7&~r)&1),z=({size:t,i:e},o,r,n)=>{for(let r=0;r<t;++r)for(let n=0;n<t;++n){const s=r*t+n;e[s]^=!(o(n,r)||2&e[s])}let s=21522^p((1^n)<<3|r,1335,10);for(let o=0;o++<8;s>>=1)e[(o-(o<7))*t+8]=1&s,e[9*t-o]=1&s;for(let o=8;--o,s;s>>=1)e[8*t+o-(o<7)]=1&s,e[(t-o)*t+8]=1&s},E=({size:t,i:e},o=0,r=0)=>{for(let n=0;n<t;++n){for(let s=0;s<2;++s)for(let l,f=0,c=0,i=2;f<t;++f){const h=1&e[s?n*t+f:f*t+n];r+=h,c=(c>>1|2098176)&(3047517^h-1),2049&c&&(o+=40),h^i&&(l=0),i=h,o+=5===++l?3:l>5}if(n)for(let r=t+n,s=5*e[n-1]^e[n];r<t*t;r+=t){const t=5*e[r-1]^e[r];o+=3*!(1&(s|t)|4&(s^t)),s=t}}return o+10*(10*Math.abs(r/(t*t)-1)|0)},C=[],A=(t=n(1),{minCorrectionLevel:o=0,minVersion:f=1}={})=>{"string"!=typeof t&&n(5),t=(new TextEncoder).encode(t);const c=r(2957);c.set([113,164,t.length>>8]);for(let r=f;r<41;++r){let n=C[r];n||(C[r]=n=s(4*r+17),d(n,r),n.p=m(n));const f=e(r,n.p.length>>3)(o);if(f.t>=3+(r>9)+t.length){let e=r>9?3:2;for(c[e++]=t.length,c.set(t,e),e+=t.length-1;e<2954;c.set([236,17],e+=2));const i=s(n.size,n.i);return w(i,n.p,u(c,f)),l.map((t,e)=>{const r=s(i.size,i.i);return z(r,t,e,o),r.s=E(r),r}).sort((t,e)=>t.s-e.s)[0]}}n(4)};export{o as correction,A as generate};