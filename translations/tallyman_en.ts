<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>JobDeed</name>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation>
            <numerusform>%1 job</numerusform>
            <numerusform>%1 jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallyman::ExportDialog</name>
    <message numerus="yes">
        <source>&amp;Export %1 jobs</source>
        <translation>
            <numerusform>&amp;Export %1 job</numerusform>
            <numerusform>&amp;Export %1 jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs written, %2.</source>
        <translation>
            <numerusform>%1 job written, %2.</numerusform>
            <numerusform>%1 jobs written, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 jobs were deleted meanwhile and are left out.</source>
        <translation>
            <numerusform>%1 job was deleted meanwhile and is left out.</numerusform>
            <numerusform>%1 jobs were deleted meanwhile and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallyman::FacetModel</name>
    <message numerus="yes">
        <source>%1: %2 jobs</source>
        <translation>
            <numerusform>%1: %2 job</numerusform>
            <numerusform>%1: %2 jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallyman::NewRowsPill</name>
    <message numerus="yes">
        <source>%1 new</source>
        <comment>jobs that came in above</comment>
        <translation>
            <numerusform>%1 new</numerusform>
            <numerusform>%1 new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallyman::SavedViews</name>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation>
            <numerusform>%1 job</numerusform>
            <numerusform>%1 jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tallyman::WindowStatus</name>
    <message numerus="yes">
        <source>%1 jobs</source>
        <translation>
            <numerusform>%1 job</numerusform>
            <numerusform>%1 jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 jobs</source>
        <translation>
            <numerusform>%1 of %2 job</numerusform>
            <numerusform>%1 of %2 jobs</numerusform>
        </translation>
    </message>
</context>
</TS>
