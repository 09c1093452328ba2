<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>BranchCard</name>
    <message numerus="yes">
        <source>%n proof(s) saved</source>
        <translation>
            <numerusform>%n proof saved</numerusform>
            <numerusform>%n proofs saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardLine</name>
    <message numerus="yes">
        <source>%n field(s) to compare</source>
        <translation>
            <numerusform>%n field to compare</numerusform>
            <numerusform>%n fields to compare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message numerus="yes">
        <source>Send %n comment(s)</source>
        <translation>
            <numerusform>Send back (%n)</numerusform>
            <numerusform>Send back (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldedFields</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormCard</name>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KelompokView</name>
    <message numerus="yes">
        <source>Reading {name}: %n line(s)</source>
        <translation>
            <numerusform>Reading {name}: %n line</numerusform>
            <numerusform>Reading {name}: %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaymentSide</name>
    <message numerus="yes">
        <source>%n page(s) kept</source>
        <translation>
            <numerusform>%n page kept</numerusform>
            <numerusform>%n pages kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not yet</source>
        <translation>
            <numerusform>%n not yet</numerusform>
            <numerusform>%n not yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosCard</name>
    <message numerus="yes">
        <source>%n photo(s) can&apos;t be read on this laptop; the branch is told.</source>
        <translation>
            <numerusform>%n photo can&apos;t be read on this laptop; the branch is told.</numerusform>
            <numerusform>%n photos can&apos;t be read on this laptop; the branch is told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PricePanel</name>
    <message numerus="yes">
        <source>%n month(s) of contribution</source>
        <translation>
            <numerusform>Contribution for %n month</numerusform>
            <numerusform>Contribution for %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemPanel</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to compare</source>
        <translation>
            <numerusform>%n to compare</numerusform>
            <numerusform>%n to compare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) read off the KTP, not checked yet</source>
        <translation>
            <numerusform>%n field read off the KTP, not checked yet</numerusform>
            <numerusform>%n fields read off the KTP, not checked yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to fill in</source>
        <translation>
            <numerusform>%n still to fill in</numerusform>
            <numerusform>%n still to fill in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadyView</name>
    <message numerus="yes">
        <source>%n thing(s) to do first</source>
        <translation>
            <numerusform>%n thing to do first</numerusform>
            <numerusform>%n things to do first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonRow</name>
    <message numerus="yes">
        <source>also for %n other(s)</source>
        <translation>
            <numerusform>also for %n other</numerusform>
            <numerusform>also for %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingCard</name>
    <message numerus="yes">
        <source>%n item(s) arrived</source>
        <translation>
            <numerusform>%n item arrived</numerusform>
            <numerusform>%n items arrived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) came</source>
        <translation>
            <numerusform>%n decision came</numerusform>
            <numerusform>%n decisions came</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message numerus="yes">
        <source>Your data is safe. Try again in %n minute(s).</source>
        <translation>
            <numerusform>Your data is safe. Try again in %n minute.</numerusform>
            <numerusform>Your data is safe. Try again in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncView</name>
    <message numerus="yes">
        <source>%n not settled yet</source>
        <translation>
            <numerusform>%n not settled yet</numerusform>
            <numerusform>%n not settled yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TasksView</name>
    <message numerus="yes">
        <source>%n task(s) from the branch</source>
        <translation>
            <numerusform>%n task from the branch</numerusform>
            <numerusform>%n tasks from the branch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkersView</name>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
</context>
</TS>
