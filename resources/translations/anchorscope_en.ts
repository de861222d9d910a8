<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>anchorscope::model::Words</name>
    <message numerus="yes">
        <source>0x and %n hex digit(s)</source>
        <translation>
            <numerusform>0x and %n hex digit</numerusform>
            <numerusform>0x and %n hex digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anchorscope::paint::RootsPainting</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n break(s)</source>
        <translation>
            <numerusform>%n break</numerusform>
            <numerusform>%n breaks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anchorscope::paint::SequencePainting</name>
    <message numerus="yes">
        <source>%n lookup(s)</source>
        <translation>
            <numerusform>%n lookup</numerusform>
            <numerusform>%n lookups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) rolled back</source>
        <translation>
            <numerusform>%n call rolled back</numerusform>
            <numerusform>%n calls rolled back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anchorscope::ui::ChangeNotice</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields differ (%1, …)</source>
        <translation>
            <numerusform>%n field differs (%1)</numerusform>
            <numerusform>%n fields differ (%1, …)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more rungs changed</source>
        <translation>
            <numerusform>%n more rung changed</numerusform>
            <numerusform>%n more rungs changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anchorscope::ui::DropOverlay</name>
    <message numerus="yes">
        <source>Drop to open %n files, each in a window of its own</source>
        <translation>
            <numerusform>Drop to open %n file</numerusform>
            <numerusform>Drop to open %n files, each in a window of its own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anchorscope::ui::RootsView</name>
    <message numerus="yes">
        <source>%n rollup(s)</source>
        <translation>
            <numerusform>%n rollup</numerusform>
            <numerusform>%n rollups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n break(s)</source>
        <translation>
            <numerusform>%n break</numerusform>
            <numerusform>%n breaks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anchorscope::ui::SequenceTexts</name>
    <message numerus="yes">
        <source>%n step(s) folded</source>
        <translation>
            <numerusform>%n step folded</numerusform>
            <numerusform>%n steps folded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anchorscope::ui::Welcome</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anchorscope::ui::WindowList</name>
    <message numerus="yes">
        <source>Anchorscope did not end properly the last time. %n cases were open.</source>
        <translation>
            <numerusform>Anchorscope did not end properly the last time. %n case was open.</numerusform>
            <numerusform>Anchorscope did not end properly the last time. %n cases were open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anchorscope::ui::SequencePicture</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
</TS>
