<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>AccountView</name>
    <message>
        <source>My account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account is being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month by month: touch a month to understand it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your rent for {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked for this month, and what each line means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines of this month, as they were booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All the lines of my account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You owe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have paid in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You owe nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As known to the agency: {when}. A payment made elsewhere may take a few days to appear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why {month} is not like {before}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivationView</name>
    <message>
        <source>New activation code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make and print the new code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have seen an identity document of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is on the paper only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until {day}. The code of the letter no longer works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is already active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the new code the tenant chooses a new password; the old one stops working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is in front of you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the person, then look at an identity document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking is enough: do not copy it, nothing of it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the paper to the tenant: it says how to go on. The code is not shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First time here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is your contract number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your letter: it is written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is your activation code?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on the same letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When were you born?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be sure that it is you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you have an e-mail address?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will type it at every visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is everything right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with your letter, then activate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account is activated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At your next visit you sign in with your contract number and your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the network an account cannot be activated for the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can type everything now and try at the end, or ask at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate my account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AmountPanel</name>
    <message>
        <source>Amount in euros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You owe {amount}. You may pay less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You owe nothing: this would be paid in advance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the amount you would like to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount must be more than zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most two digits after the comma: cents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This amount is larger than the kiosk can take. Please see the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an amount. For example: 120 or 120,50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This amount cannot be paid here ({code}). Please see the desk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BirthDateQuestion</name>
    <message>
        <source>Your date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day, month and year, for example 22/11/1952</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DD/MM/YYYY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your date of birth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day does not exist in the calendar. Look at the day and the month again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type all four digits of the year, for example 1952.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This date is still to come. Look at the year again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This date is more than 120 years ago. Look at the year again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date is not complete: two digits for the day, two for the month, four for the year.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Busy</name>
    <message>
        <source>Please wait</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>The terminal is being called…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To cancel, press the red key of the terminal. Stay here until the answer comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card held to the terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present your card to the terminal, or insert it and type your code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terminal has answered. Your payment is being kept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the terminal: it must show its welcome screen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Categories</name>
    <message>
        <source>Water, leak, drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heating, hot water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Door, window, shutter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stairs, hall, outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insects, rats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise, neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You sent this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agency answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agency answered and closed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was opened again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Your request is being sent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Someone answers within %n day(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoosePanel</name>
    <message>
        <source>Everything I owe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month’s rent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part now, the rest later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You owe nothing: this would be paid in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card terminal is not answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can try all the same: nothing is taken if it stays silent. Or pay at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you pay, look at the terminal: it must show its welcome screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account has just changed. Here is what you owe now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeQuestion</name>
    <message>
        <source>Activation code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 letters and digits, in the frame in the middle of the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is in the frame in the middle of the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code that is in the frame of your letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code has 10 signs; here there are {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no zero in these codes: look again, it may be an 8, a D or a Q.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no letter O in these codes: look again, it may be a D or a Q.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no digit 1 in these codes: look again, it may be a 7 or an L.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no letter I in these codes: look again, it may be a J, an L or a T.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sign}” is never in a code: only letters and digits are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterFrame</name>
    <message>
        <source>To check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterShell</name>
    <message>
        <source>{number} did not come out of the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment is recorded. Print it again from the tenant&apos;s file, under Payments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong: incident {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the tenant&apos;s file before you do it again. Give this number to the support.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterView</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DescriptionStep</name>
    <message>
        <source>What happens?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few words are enough. For example: “The kitchen tap drips day and night.”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a few words, so that the right person can come.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoubtPanel</name>
    <message>
        <source>What happens now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agency looks in the terminal’s own journal whether the money was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it was, it is put on your account, on today’s date. If not, you can pay again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmailQuestion</name>
    <message>
        <source>E-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To tell you when an answer has come. Nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have an e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have no e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is fine: everything works without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your address, or choose “I have no e-mail address”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address looks like name@provider.fr. Look at yours again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainedTerm</name>
    <message>
        <source>Asked for {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left to pay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Show what I type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what I type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoodbyeView</name>
    <message>
        <source>Goodbye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your visit is closed. Nothing about you stays on this kiosk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This screen closes in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Take your card and your papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account is activated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You paid {amount} by card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment of {amount} is being checked. Reference: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You printed a paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You sent the request {number}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the top: change the language, make the words larger, or the contrast stronger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone at the desk will gladly help you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the letter if you come for the first time. Otherwise, sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you need is on the letter. You are asked one thing at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your contract number is on your letter and on your rent notices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see what was asked each month, what was paid, and what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You choose the amount here, then you pay with your card on the terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch a paper in the list, then print it. It is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch a request in the list to read what was answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what does not work, where, and add a photo if you have one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch what you would like to do. You can always come back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message>
        <source>What would you like to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As known to the agency: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What I asked, and the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of your card payments is being checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not pay a second time. The desk can tell you more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My rent account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You owe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have paid in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You owe nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I owe, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By card, all or a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts and rent receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a photo if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My requests</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdleView</name>
    <message>
        <source>Are you still there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then everything about your visit disappears from this kiosk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Your visit ends in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentView</name>
    <message>
        <source>Something went wrong with the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not your fault. For your safety, your visit was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you were paying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not pay a second time. What the terminal took is kept and checked: ask at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you tell the desk, this number helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This screen closes in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>On-screen keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase one character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>éàç</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>123</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KioskFrame</name>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeaseView</name>
    <message>
        <source>Opening the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the payment in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n card payment(s) of this lease are in doubt.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody knows yet whether the card paid. Find out before taking that money again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write why: it stays in the account&apos;s history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is unlocked: the person can try again now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New activation code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the person try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For instance: came to the counter, identity card seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line on this account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No payment taken at a counter or kiosk yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a duplicate of the receipt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LongField</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoneyLabel</name>
    <message>
        <source>Hidden amount</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewRequestView</name>
    <message>
        <source>Report a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch what fits best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch the place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell us in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would you like to add photos?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch those that should go along. You can also go on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is everything right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your request is on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you for telling us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue without a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberQuestion</name>
    <message>
        <source>Contract number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>11 digits, near the top of the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract number is near the top of the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the contract number that is on your letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A contract number has 11 digits; here there are {count}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Rent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advance on charges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solidarity supplement (SLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solidarity reduction (RLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Housing benefit (APL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly adjustment of charges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment that came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of your home, without charges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid each month for water, lift, cleaning… Once a year it is compared with what was spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added when the household’s income is above the limits of social housing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year’s charges were higher than your advances: this is the difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bank did not pay it: the amount is due again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reduction of the rent that your landlord grants because of your income.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The help that the CAF pays to us for you: it lowers what you pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year’s charges were lower than your advances: this comes back to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: new this month, {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: not this month, {difference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: {difference}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>The payment is on your account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can try again when you are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken: the terminal could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment, or pay at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You still owe {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have paid {amount} in advance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You owe nothing any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your bank wants to be called first. Try another card, or pay at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your bank did not accept it. Try another card or a smaller amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again with this card or another one, or pay at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also print the rent receipt for {month}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PapersView</name>
    <message>
        <source>My papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch a paper, then print it. It is free of charge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your papers are being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no paper yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a payment you find its receipt here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rent receipt for {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment receipt of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It proves that this month’s rent is wholly paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It proves that you made this payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rent for {month} is not paid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rent receipt can be given once the month is wholly paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rent for {month} is paid in part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can print the receipt of each payment; the rent receipt comes with the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment for {month} is still on its way to the bank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rent receipt can be printed when the bank has confirmed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The housing benefit for {month} has not arrived yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rent receipt can be printed when the CAF has paid it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This paper cannot be printed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please ask at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordQuestion</name>
    <message>
        <source>Your password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the way you like best. The eye shows what you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 different words, as in a little story of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or 14 signs: capitals, small letters and digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or 12 signs, with a sign such as ! ? - or @ as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the password you want to use from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a good password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is longer than the kiosk can keep: 128 signs at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of these signs cannot be typed again everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your contract number or year of birth is easy to guess: it counts for one sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A very common word counts for one sign only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs that follow one another on the keyboard count for one only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same sign again and again counts once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Still to add: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a capital letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a small letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sign such as ! ? - @</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PayView</name>
    <message>
        <source>Pay by card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account is being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By card, on the terminal here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much would you like to pay?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which amount?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are about to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the card terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not pay a second time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you, your payment is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print my receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card payment being checked: do not pay a second time. Show this reference at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentDone</name>
    <message>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the quittance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the quittance of {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the cheque in the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over the receipt, subject to the cheque being cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the cash in the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt, subject to clearing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid in advance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentForm</name>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount to take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty when it is the exact amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheque number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cheque&apos;s number is needed: it is printed on the receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}: {amount}, due on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the tenant say which months this pays? Tick them; else the oldest come first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentOutcome</name>
    <message>
        <source>The tenant agrees to leave it on the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The law allows up to {amount} in cash for these terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This payment settles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays on the account, in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is owed: whatever is taken stays on the account, in advance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an amount: you will see here what it pays and what stays to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then paid in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then left to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is more than what is owed ({owed}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May {credit} stay on the account for the next months? Else lower the amount.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentsView</name>
    <message>
        <source>Take a payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owes {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: the balance is as it was {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can take the payment: it is kept here and sent as soon as central is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card payment of this lease is in doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whether the tenant means the same money before you take it again (F4).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Photo {number}: goes along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotosStep</name>
    <message>
        <source>Look for photos again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) will go along.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The photo is being looked at…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos are being looked for…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no photo here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the object or your telephone under the camera, or go on without a photo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Kitchen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bathroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toilet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Living room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bedroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrance, corridor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cellar, garage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stairs, hall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a photo. Choose another one, or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo is too large (25 MB at most). Choose another one, or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five photos at most. Touch one to leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo is no longer there. Look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo could not be read. Choose another one, or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestsView</name>
    <message>
        <source>My requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your requests are being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not asked for anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A leak, a light that does not work, a question: report it here, the agency answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch a request to read the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Yes, I want to pay this in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is {amount} more than you owe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The landlord keeps it for your next rents. Is that what you want?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kiosk has no card terminal. Please pay at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rent for {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After that you still owe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After that you owe nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After that you have paid in advance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Find a tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, contract number, telephone or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few letters are enough. ↑ ↓ to choose, Enter to open, Esc to start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leases found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is in front of you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or try the contract number, the telephone or the street.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agency&apos;s files are arriving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search opens as soon as they are all here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The first %n; one more word finds the person faster</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lease(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentStep</name>
    <message>
        <source>The number of your request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agency answers by {day} at the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will find the answer here, under “My requests”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kiosk has no network at the moment: it sends your request as soon as it can.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The six figures your telephone shows at this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to the counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, your work is as you left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With your password and the code of your telephone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login, password and code are all needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This login is blocked after too many wrong tries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An administrator can open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong tries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login, password or code is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A code opens once only: if you have just used it, wait for the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>11 digits, on your letter and your rent notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one you chose when you activated your account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your contract number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For your safety, this account is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the desk with a proof of identity: they will open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number and password do not go together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Check both and try again. Forgotten? The desk can help, with a proof of identity.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) being sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) kept here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {step} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Your letter is being checked…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These answers do not go together. Compare each one with your letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You can correct them and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code is no longer valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a new one at the desk, with a proof of identity: you get it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is already activated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with your password. If you forgot it, the desk can help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For your safety, no more tries are possible with this contract number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the desk with a proof of identity: they will open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contract belongs to another agency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate your account there, or ask at the desk here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activation was not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Please go to the desk and say: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>The agency answers by {day} at the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>With %n photo(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch what you would like to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I received a letter: I activate my account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the letter with you. It takes five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I already have an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what I owe, pay, get a receipt, report a fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to {agency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kiosk is getting ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please go to the desk, or come back in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kiosk is working without the network for the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you already have an account, you can see what you owe, pay, get a receipt and report a fault. Activating an account has to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone can help you at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{opens} to {closes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>account</name>
    <message>
        <source>paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>doubt</name>
    <message>
        <source>Your payment is being checked: do not pay a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of the terminal did not arrive. Keep this reference and show it at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lease</name>
    <message>
        <source>Owes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed by central yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: as it was {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born on {day} · speaks {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth name {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lease since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rent {rent} and charges {charges} a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct debit on day {day} of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account locked after wrong tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation code valid until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation code expired on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation code used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No activation code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insured by {insurer} until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurance ended on {day}: ask for a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No insurance certificate: ask for one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>means</name>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Hello</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello Mrs {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello Mr {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>Printing {number}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station has no printer: the paper is in the folder of printed papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows whether {number} came out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the printer. If nothing is there, print it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there paper, and is the printer switched on? Then print again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. What was recorded is safe. Call the support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station has no printer. What was recorded is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was recorded is safe. Check the printer, then print again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} did not come out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was recorded is safe. Give the support this word: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} cannot be printed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>payments</name>
    <message>
        <source>The amount must be above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an amount. Write it like 123,45.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cents have two figures. Write it like 123,45.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 100,000 euros: check the figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This amount cannot be read. Write it like 123,45.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much cash: the law allows {amount} more for these terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No money was taken. Take up to that in cash, and the rest by cheque or card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has just changed: somebody paid or a line came in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was recorded. Check the new balance below, then confirm again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows whether this payment was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the payments in the tenant&apos;s file before you do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant gave less than the amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was recorded. Lower the amount or ask for the rest.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mrs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mr</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Your paper is being printed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your paper is printed: do not forget it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not print your paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost: print it again later, or ask at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>requests</name>
    <message>
        <source>Water and plumbing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heating and hot water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doors and windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Common areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise and nuisance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported by the tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded by the agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed by the agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agency answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owes {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} (left on {day})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>troubles</name>
    <message>
        <source>This was not possible. Nothing was done and no money moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, give the support this word: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central cannot be reached for the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on: what you do is kept here and sent as soon as it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s disk is full: nothing was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not take any money, and hand back what you were given. Call the support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lease is no longer in this agency&apos;s files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done and no money moved. Search for the person again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done. Ask the agency&apos;s manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kiosk cannot reach the network for the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing you typed is lost. Try again in a moment, or go to the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kiosk cannot keep anything more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done and no money moved. Please tell someone at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer is not answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your paper is kept: print it again later, or ask at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the kiosk is not answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost. Try again, or ask at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done. Please ask at the desk and say: {code}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n minute(s) ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
