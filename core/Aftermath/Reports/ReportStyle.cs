namespace Crisis.Core.Aftermath.Reports;

/// <summary>The report's style sheet: light and dark by the reader's wish, one column, fit for paper. Nothing is loaded.</summary>
internal static class ReportStyle
{
    public const string Sheet = """
        :root{color-scheme:light dark;--ink:#1f2328;--quiet:#57606a;--ground:#fff;--line:#d0d7de;--soft:#f6f8fa;--all:#0b5cad;--neg:#b3261e;--band:#cfe3f7;--warn:#fff1d6}
        @media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--quiet:#a3adb8;--ground:#0d1117;--line:#3d444d;--soft:#161b22;--all:#6cb6ff;--neg:#ff8a80;--band:#1d3a5c;--warn:#4a3500}}
        @media print{:root{--ink:#000;--quiet:#333;--ground:#fff;--line:#999;--soft:#fff;--all:#0b5cad;--neg:#b3261e;--band:#cfe3f7;--warn:#fff}body{font-size:10pt}section{break-inside:auto}h2,h3,caption{break-after:avoid}tr,blockquote,figure,pre{break-inside:avoid}nav{display:none}}
        body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--ground);color:var(--ink);font:16px/1.5 "Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
        h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.25rem;margin-top:2.2rem;border-bottom:1px solid var(--line)}h3{font-size:1.05rem}
        a{color:var(--all)}nav ul{columns:12rem;padding-left:1.2rem}.quiet,footer{color:var(--quiet)}
        dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem}dt{color:var(--quiet)}dd{margin:0}
        .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.3rem 0}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:normal}thead th{color:var(--quiet);font-weight:600}tbody th{font-weight:normal}
        @media screen and (max-width:40rem){.wide thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.wide tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)}.wide tbody th,.wide td{display:block;border:0;padding:.1rem 0}.wide tbody th{font-weight:600}.wide td:empty{display:none}.wide td::before{content:attr(data-head) ": ";color:var(--quiet)}}
        blockquote{margin:.8rem 0;padding:.5rem .8rem;border-left:4px solid var(--line);background:var(--soft)}blockquote p{margin:0}
        pre{white-space:pre-wrap;margin:.3rem 0 1rem;padding:.6rem .8rem;border:1px solid var(--line);background:var(--soft);font:inherit}
        .strong{font-weight:600;background:var(--warn);padding:.5rem .8rem;border-left:4px solid var(--neg)}
        figure{margin:1rem 0}svg{display:block;width:100%;height:auto;overflow:visible}.grid{stroke:var(--line)}.band{fill:var(--band)}.line-all{fill:none;stroke:var(--all);stroke-width:2}.line-neg{fill:none;stroke:var(--neg);stroke-width:2;stroke-dasharray:6 3}.expected{fill:none;stroke:var(--quiet);stroke-dasharray:2 3}.bars svg{width:100%;height:14px}.bars th{width:8rem}.bars td:last-child{width:4rem;white-space:nowrap}.bar{fill:var(--band)}.bar-neg{fill:var(--neg)}.mark{stroke:var(--quiet);stroke-dasharray:3 3}.dot{fill:var(--ground);stroke:var(--ink)}svg text{fill:var(--ink);font-size:13px}@media (max-width:40rem){svg text{font-size:28px}svg .line-all,svg .line-neg{stroke-width:4}}
        """;
}
