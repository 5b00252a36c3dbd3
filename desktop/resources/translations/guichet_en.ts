<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>Someone answers within %n day(s).</source>
        <translation>
            <numerusform>Someone answers within %n day.</numerusform>
            <numerusform>Someone answers within %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoodbyeView</name>
    <message numerus="yes">
        <source>This screen closes in %n second(s).</source>
        <translation>
            <numerusform>This screen closes in %n second.</numerusform>
            <numerusform>This screen closes in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You printed %n paper(s).</source>
        <translation>
            <numerusform>You printed %n paper.</numerusform>
            <numerusform>You printed %n papers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message numerus="yes">
        <source>%n answer(s) to read</source>
        <translation>
            <numerusform>%n answer to read</numerusform>
            <numerusform>%n answers to read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdleView</name>
    <message numerus="yes">
        <source>Your visit ends in %n second(s).</source>
        <translation>
            <numerusform>Your visit ends in %n second.</numerusform>
            <numerusform>Your visit ends in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A visit lasts %n minute(s) at most.</source>
        <translation>
            <numerusform>A visit lasts %n minute at most.</numerusform>
            <numerusform>A visit lasts %n minutes at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentView</name>
    <message numerus="yes">
        <source>This screen closes in %n second(s).</source>
        <translation>
            <numerusform>This screen closes in %n second.</numerusform>
            <numerusform>This screen closes in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeaseView</name>
    <message numerus="yes">
        <source>%n card payment(s) of this lease are in doubt.</source>
        <translation>
            <numerusform>%n card payment of this lease is in doubt.</numerusform>
            <numerusform>%n card payments of this lease are in doubt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LongField</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordQuestion</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatienceWords</name>
    <message numerus="yes">
        <source>At the desk, with a proof of identity, it is opened again at once. Otherwise, come back in %n hour(s).</source>
        <translation>
            <numerusform>At the desk, with a proof of identity, it is opened again at once. Otherwise, come back in %n hour.</numerusform>
            <numerusform>At the desk, with a proof of identity, it is opened again at once. Otherwise, come back in %n hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At the desk, with a proof of identity, it is opened again at once. Otherwise, come back in %n minute(s).</source>
        <translation>
            <numerusform>At the desk, with a proof of identity, it is opened again at once. Otherwise, come back in %n minute.</numerusform>
            <numerusform>At the desk, with a proof of identity, it is opened again at once. Otherwise, come back in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosStep</name>
    <message numerus="yes">
        <source>%n photo(s) will go along.</source>
        <translation>
            <numerusform>%n photo will go along.</numerusform>
            <numerusform>%n photos will go along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestsView</name>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>%n to answer</numerusform>
            <numerusform>%n to answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message numerus="yes">
        <source>The first %n; one more word finds the person faster</source>
        <translation>
            <numerusform>The first %n; one more word finds the person faster</numerusform>
            <numerusform>The first %n; one more word finds the person faster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lease(s)</source>
        <translation>
            <numerusform>%n lease</numerusform>
            <numerusform>%n leases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message numerus="yes">
        <source>The manager or an administrator opens it again at once; otherwise it opens in %n minute(s).</source>
        <translation>
            <numerusform>The manager or an administrator opens it again at once; otherwise it opens in %n minute.</numerusform>
            <numerusform>The manager or an administrator opens it again at once; otherwise it opens in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This station&apos;s clock is %n minute(s) fast: the right code fails too. Call the support.</source>
        <translation>
            <numerusform>This station&apos;s clock is %n minute fast: the right code fails too. Call the support.</numerusform>
            <numerusform>This station&apos;s clock is %n minutes fast: the right code fails too. Call the support.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This station&apos;s clock is %n minute(s) slow: the right code fails too. Call the support.</source>
        <translation>
            <numerusform>This station&apos;s clock is %n minute slow: the right code fails too. Call the support.</numerusform>
            <numerusform>This station&apos;s clock is %n minutes slow: the right code fails too. Call the support.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandingLines</name>
    <message numerus="yes">
        <source>This station&apos;s clock is %n minute(s) fast.</source>
        <translation>
            <numerusform>This station&apos;s clock is %n minute fast.</numerusform>
            <numerusform>This station&apos;s clock is %n minutes fast.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This station&apos;s clock is %n minute(s) slow.</source>
        <translation>
            <numerusform>This station&apos;s clock is %n minute slow.</numerusform>
            <numerusform>This station&apos;s clock is %n minutes slow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Central did not take %n photo(s): ask the tenant for them again.</source>
        <translation>
            <numerusform>Central did not take %n photo: ask the tenant for it again.</numerusform>
            <numerusform>Central did not take %n photos: ask the tenant for them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This station&apos;s record was damaged: %n action(s) could not be read.</source>
        <translation>
            <numerusform>This station&apos;s record was damaged: %n action could not be read.</numerusform>
            <numerusform>This station&apos;s record was damaged: %n actions could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) kept here, not confirmed yet.</source>
        <translation>
            <numerusform>%n action kept here, not confirmed yet.</numerusform>
            <numerusform>%n actions kept here, not confirmed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) on their way.</source>
        <translation>
            <numerusform>%n photo on its way.</numerusform>
            <numerusform>%n photos on their way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n action(s) being sent</source>
        <translation>
            <numerusform>%n action being sent</numerusform>
            <numerusform>%n actions being sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) kept here</source>
        <translation>
            <numerusform>%n action kept here</numerusform>
            <numerusform>%n actions kept here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>You can try again in %n second.</numerusform>
            <numerusform>You can try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>With %n photo(s)</source>
        <translation>
            <numerusform>With %n photo</numerusform>
            <numerusform>With %n photos</numerusform>
        </translation>
    </message>
</context>
</TS>
