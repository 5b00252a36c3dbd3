<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>AccountView</name>
    <message>
        <source>My account</source>
        <translation>Mon compte</translation>
    </message>
    <message>
        <source>What I owe, and why</source>
        <translation>Ce que je dois, et pourquoi</translation>
    </message>
    <message>
        <source>You see what was asked each month, what was paid, and what is left.</source>
        <translation>Vous voyez ce qui est demandé chaque mois, ce qui est payé et ce qui reste à payer.</translation>
    </message>
    <message>
        <source>Your account is being read…</source>
        <translation>Lecture de votre compte…</translation>
    </message>
    <message>
        <source>All the lines</source>
        <translation>Toutes les opérations</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>Month by month: touch a month to understand it</source>
        <translation>Mois par mois : touchez un mois pour le comprendre</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>Mois par mois</translation>
    </message>
    <message>
        <source>Your rent for {month}</source>
        <translation>Votre loyer pour {month}</translation>
    </message>
    <message>
        <source>What was asked for this month, and what each line means.</source>
        <translation>Ce qui est demandé pour ce mois, et ce que veut dire chaque ligne.</translation>
    </message>
    <message>
        <source>The lines of this month, as they were booked</source>
        <translation>Les opérations de ce mois sur votre compte</translation>
    </message>
    <message>
        <source>Lines of this month</source>
        <translation>Opérations de ce mois</translation>
    </message>
    <message>
        <source>All the lines of my account</source>
        <translation>Toutes les opérations de mon compte</translation>
    </message>
    <message>
        <source>The newest first.</source>
        <translation>Les plus récentes d’abord.</translation>
    </message>
    <message>
        <source>You owe</source>
        <translation>Vous devez</translation>
    </message>
    <message>
        <source>You have paid in advance</source>
        <translation>Vous avez d’avance</translation>
    </message>
    <message>
        <source>You owe nothing</source>
        <translation>Vous ne devez rien</translation>
    </message>
    <message>
        <source>A line of your account could not be read: this balance may be incomplete.</source>
        <translation>Une écriture de votre compte n’a pas pu être lue : ce solde est peut-être incomplet.</translation>
    </message>
    <message>
        <source>As known to the agency: {when}. A payment made elsewhere may take a few days to appear.</source>
        <translation>Dernière mise à jour : {when}. Un paiement fait ailleurs peut mettre quelques jours à apparaître.</translation>
    </message>
    <message>
        <source>Why {month} is not like {before}</source>
        <translation>Ce qui change entre {before} et {month}</translation>
    </message>
</context>
<context>
    <name>ActivationView</name>
    <message>
        <source>New activation code</source>
        <translation>Nouveau code d’activation</translation>
    </message>
    <message>
        <source>Slip with the code</source>
        <translation>Papier avec le code</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Réimprimer</translation>
    </message>
    <message>
        <source>Make and print the new code</source>
        <translation>Créer et imprimer le code</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Contract {number}</source>
        <translation>Contrat n° {number}</translation>
    </message>
    <message>
        <source>Birth date unknown</source>
        <translation>Date de naissance inconnue</translation>
    </message>
    <message>
        <source>Born on {day}</source>
        <translation>Naissance : {day}</translation>
    </message>
    <message>
        <source>I have seen an identity document of {name}</source>
        <translation>J’ai vu une pièce d’identité de {name}</translation>
    </message>
    <message>
        <source>The code is on the paper only.</source>
        <translation>Le code est seulement sur le papier.</translation>
    </message>
    <message>
        <source>Write the code down for the tenant: no printer here, and it is not shown again.</source>
        <translation>Écrivez le code pour le locataire : il n’y a pas d’imprimante ici, et il ne sera plus affiché.</translation>
    </message>
    <message>
        <source>Valid until {day}. The code of the letter no longer works.</source>
        <translation>Valable jusqu’au {day}. Le code du courrier n’est plus valable.</translation>
    </message>
    <message>
        <source>This account is already active.</source>
        <translation>Ce compte est déjà activé.</translation>
    </message>
    <message>
        <source>With the new code the tenant chooses a new password; the old one stops working.</source>
        <translation>Avec le nouveau code, le locataire choisit un nouveau mot de passe ; l’ancien ne sera plus valable.</translation>
    </message>
    <message>
        <source>Who is in front of you?</source>
        <translation>Qui est devant vous ?</translation>
    </message>
    <message>
        <source>Choose the person, then look at an identity document.</source>
        <translation>Choisissez la personne, puis regardez une pièce d’identité.</translation>
    </message>
    <message>
        <source>Looking is enough: do not copy it, nothing of it is kept.</source>
        <translation>Regarder suffit : ne la copiez pas, rien n’en est gardé.</translation>
    </message>
    <message>
        <source>The new code</source>
        <translation>Le nouveau code</translation>
    </message>
    <message>
        <source>Give the paper to the tenant: it says how to go on. The code is not shown again.</source>
        <translation>Donnez le papier au locataire : il explique la suite. Le code ne sera plus affiché.</translation>
    </message>
    <message>
        <source>First time here</source>
        <translation>Première visite</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>What is your contract number?</source>
        <translation>Quel est votre numéro de contrat ?</translation>
    </message>
    <message>
        <source>Take your letter: it is written there.</source>
        <translation>Prenez votre courrier : il y est écrit.</translation>
    </message>
    <message>
        <source>What is your activation code?</source>
        <translation>Quel est votre code d’activation ?</translation>
    </message>
    <message>
        <source>It is on the same letter.</source>
        <translation>Il est sur le même courrier.</translation>
    </message>
    <message>
        <source>When were you born?</source>
        <translation>Quelle est votre date de naissance ?</translation>
    </message>
    <message>
        <source>To be sure that it is you.</source>
        <translation>Pour être sûr que c’est bien vous.</translation>
    </message>
    <message>
        <source>Do you have an e-mail address?</source>
        <translation>Avez-vous une adresse mail ?</translation>
    </message>
    <message>
        <source>Choose your password</source>
        <translation>Choisissez votre mot de passe</translation>
    </message>
    <message>
        <source>You will type it at every visit.</source>
        <translation>Vous le taperez à chaque visite.</translation>
    </message>
    <message>
        <source>Is everything right?</source>
        <translation>Tout est juste ?</translation>
    </message>
    <message>
        <source>Compare with your letter, then activate.</source>
        <translation>Comparez avec votre courrier, puis activez.</translation>
    </message>
    <message>
        <source>Your account is activated</source>
        <translation>Votre compte est activé</translation>
    </message>
    <message>
        <source>Welcome!</source>
        <translation>Bienvenue !</translation>
    </message>
    <message>
        <source>At your next visit you sign in with your contract number and your password.</source>
        <translation>À votre prochaine visite, connectez-vous avec votre numéro de contrat et votre mot de passe.</translation>
    </message>
    <message>
        <source>Without the network an account cannot be activated for the moment.</source>
        <translation>Pas de réseau : on ne peut pas activer un compte pour le moment.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Activate my account</source>
        <translation>Activer mon compte</translation>
    </message>
    <message>
        <source>Everything you need is on the letter. You are asked one thing at a time.</source>
        <translation>Tout ce qu’il faut est sur le courrier. On vous demande une chose à la fois.</translation>
    </message>
</context>
<context>
    <name>AmountPanel</name>
    <message>
        <source>Amount in euros</source>
        <translation>Montant en euros</translation>
    </message>
    <message>
        <source>You owe {amount}. You may pay less.</source>
        <translation>Vous devez {amount}. Vous pouvez payer moins.</translation>
    </message>
    <message>
        <source>You owe nothing: this would be paid in advance.</source>
        <translation>Vous ne devez rien : ce serait payé d’avance.</translation>
    </message>
    <message>
        <source>Type the amount you would like to pay.</source>
        <translation>Tapez le montant que vous voulez payer.</translation>
    </message>
    <message>
        <source>The amount must be more than zero.</source>
        <translation>Le montant doit être plus grand que zéro.</translation>
    </message>
    <message>
        <source>At most two digits after the comma: cents.</source>
        <translation>Deux chiffres au plus après la virgule : ce sont les centimes.</translation>
    </message>
    <message>
        <source>This amount is larger than the kiosk can take. Please see the desk.</source>
        <translation>Ce montant est trop grand pour la borne. Allez au guichet, s’il vous plaît.</translation>
    </message>
    <message>
        <source>This is not an amount. For example: 120 or 120,50.</source>
        <translation>Ce n’est pas un montant. Par exemple : 120 ou 120,50.</translation>
    </message>
    <message>
        <source>This amount cannot be paid here ({code}). Please see the desk.</source>
        <translation>Ce montant ne peut pas être payé ici ({code}). Allez au guichet, s’il vous plaît.</translation>
    </message>
</context>
<context>
    <name>AttentionView</name>
    <message>
        <source>Exchange with central</source>
        <translation>Échanges avec le serveur central</translation>
    </message>
    <message>
        <source>What waits, and what to see to</source>
        <translation>Ce qui attend, et ce qui est à vérifier</translation>
    </message>
    <message>
        <source>Open the tenant's file</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>I have seen to it</source>
        <translation>C’est réglé</translation>
    </message>
    <message>
        <source>Confirm this</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Let them try again</source>
        <translation>Redonner l’accès</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>J’ai lu</translation>
    </message>
    <message>
        <source>Nothing waits, nothing to see to</source>
        <translation>Rien n’attend, rien à vérifier</translation>
    </message>
    <message>
        <source>Central has taken everything that was done here.</source>
        <translation>Le serveur central a tout enregistré de ce qui a été fait ici.</translation>
    </message>
    <message>
        <source>What did you find, and do?</source>
        <translation>Qu’avez-vous constaté, et fait ?</translation>
    </message>
    <message>
        <source>For instance: counted with the till, the receipt's copy is here</source>
        <translation>Par exemple : compté avec la caisse, le double du reçu est là</translation>
    </message>
    <message>
        <source>For instance: she stands before me</source>
        <translation>Par exemple : elle est devant moi</translation>
    </message>
    <message>
        <source>Write what you found: it stays with the payment.</source>
        <translation>Écrivez ce que vous avez constaté : cela reste avec le paiement.</translation>
    </message>
    <message>
        <source>Write how you know: it stays in the audit.</source>
        <translation>Écrivez comment vous le savez : cela reste dans le journal d’audit.</translation>
    </message>
    <message>
        <source>contract {number}</source>
        <translation>contrat {number}</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À revoir</translation>
    </message>
</context>
<context>
    <name>BirthDateQuestion</name>
    <message>
        <source>Your date of birth</source>
        <translation>Votre date de naissance</translation>
    </message>
    <message>
        <source>Day, month and year, for example 22/11/1952</source>
        <translation>Jour, mois et année, par exemple 22/11/1952</translation>
    </message>
    <message>
        <source>DD/MM/YYYY</source>
        <translation>JJ/MM/AAAA</translation>
    </message>
    <message>
        <source>Type your date of birth.</source>
        <translation>Tapez votre date de naissance.</translation>
    </message>
    <message>
        <source>This day does not exist in the calendar. Look at the day and the month again.</source>
        <translation>Ce jour n’existe pas dans le calendrier. Vérifiez le jour et le mois.</translation>
    </message>
    <message>
        <source>Type all four digits of the year, for example 1952.</source>
        <translation>Tapez les quatre chiffres de l’année, par exemple 1952.</translation>
    </message>
    <message>
        <source>This date is still to come. Look at the year again.</source>
        <translation>Cette date n’est pas encore arrivée. Vérifiez l’année.</translation>
    </message>
    <message>
        <source>This date is more than 120 years ago. Look at the year again.</source>
        <translation>Cette date remonte à plus de 120 ans. Vérifiez l’année.</translation>
    </message>
    <message>
        <source>The date is not complete: two digits for the day, two for the month, four for the year.</source>
        <translation>La date n’est pas complète : deux chiffres pour le jour, deux pour le mois, quatre pour l’année.</translation>
    </message>
</context>
<context>
    <name>Busy</name>
    <message>
        <source>Please wait</source>
        <translation>Un instant</translation>
    </message>
</context>
<context>
    <name>CannotOpen</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>For the support</source>
        <translation>Pour l’assistance</translation>
    </message>
    <message>
        <source>This kiosk is not available</source>
        <translation>Cette borne n’est pas disponible</translation>
    </message>
    <message>
        <source>Please ask at the desk: everything you can do here can be done there.</source>
        <translation>Adressez-vous à l’accueil : tout ce qui se fait ici peut s’y faire.</translation>
    </message>
    <message>
        <source>For the staff</source>
        <translation>Pour le personnel</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>Nothing was changed. Make some room on the disk, then try again.</source>
        <translation>Rien n’a été modifié. Libérez de la place sur le disque, puis réessayez.</translation>
    </message>
    <message>
        <source>Guichet is already open on this computer</source>
        <translation>Guichet est déjà ouvert sur ce poste</translation>
    </message>
    <message>
        <source>Go on in the window that is open. If there is none, restart the computer.</source>
        <translation>Continuez dans la fenêtre ouverte. S’il n’y en a pas, redémarrez le poste.</translation>
    </message>
    <message>
        <source>This computer is not set up yet</source>
        <translation>Ce poste n’est pas encore installé</translation>
    </message>
    <message>
        <source>Ask your administrator to register it as a station.</source>
        <translation>Demandez à votre administrateur de l’enregistrer.</translation>
    </message>
    <message>
        <source>This computer is set up as another kind of station</source>
        <translation>Ce poste est installé comme un autre type de poste</translation>
    </message>
    <message>
        <source>Nothing is lost: call your administrator.</source>
        <translation>Rien n’est perdu : appelez votre administrateur.</translation>
    </message>
    <message>
        <source>The settings of this station are not right</source>
        <translation>Les réglages de ce poste ne sont pas corrects</translation>
    </message>
    <message>
        <source>Nothing is lost: call your administrator, who can put them right.</source>
        <translation>Rien n’est perdu : appelez votre administrateur, qui peut les corriger.</translation>
    </message>
    <message>
        <source>The address of central is not protected</source>
        <translation>L’adresse du serveur central n’est pas protégée</translation>
    </message>
    <message>
        <source>Somebody changed it in the settings. Nothing was sent: call your administrator.</source>
        <translation>Elle a été modifiée dans les réglages. Rien n’a été envoyé : appelez votre administrateur.</translation>
    </message>
    <message>
        <source>This session may not open the files of Guichet</source>
        <translation>Cette session ne peut pas ouvrir les fichiers de Guichet</translation>
    </message>
    <message>
        <source>Sign in to the computer as usual, or call the support.</source>
        <translation>Ouvrez la session habituelle de ce poste, ou appelez l’assistance.</translation>
    </message>
    <message>
        <source>This version of Guichet is too old</source>
        <translation>Cette version de Guichet est trop ancienne</translation>
    </message>
    <message>
        <source>A newer one worked here. Have it installed again: nothing was changed.</source>
        <translation>Une version plus récente a servi sur ce poste. Faites-la réinstaller : rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The files of this computer cannot be read</source>
        <translation>Les fichiers de ce poste ne peuvent pas être lus</translation>
    </message>
    <message>
        <source>Delete nothing: they may hold payments that were not sent yet. Call the support.</source>
        <translation>N’effacez rien : ils peuvent contenir des paiements qui n’ont pas encore été transmis. Appelez l’assistance.</translation>
    </message>
</context>
<context>
    <name>CardPanel</name>
    <message>
        <source>The terminal is being called…</source>
        <translation>Connexion au lecteur de carte…</translation>
    </message>
    <message>
        <source>To cancel, press the red key of the terminal. Stay here until the answer comes.</source>
        <translation>Pour annuler, appuyez sur la touche rouge du lecteur de carte. Restez ici jusqu’à la réponse.</translation>
    </message>
    <message>
        <source>A card held to the terminal</source>
        <translation>Une carte présentée au lecteur de carte</translation>
    </message>
    <message>
        <source>Present your card to the terminal, or insert it and type your code.</source>
        <translation>Présentez votre carte au lecteur, ou insérez-la et tapez votre code.</translation>
    </message>
    <message>
        <source>The terminal has answered. Your payment is being kept…</source>
        <translation>Le lecteur de carte a répondu. Enregistrement de votre paiement…</translation>
    </message>
    <message>
        <source>Look at the terminal: it must show its welcome screen.</source>
        <translation>Regardez le lecteur de carte : il doit afficher son écran d’accueil.</translation>
    </message>
</context>
<context>
    <name>Categories</name>
    <message>
        <source>Water, leak, drain</source>
        <translation>Eau, fuite, évacuation</translation>
    </message>
    <message>
        <source>Heating, hot water</source>
        <translation>Chauffage, eau chaude</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>Électricité</translation>
    </message>
    <message>
        <source>Door, window, shutter</source>
        <translation>Porte, fenêtre, volet</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Ascenseur</translation>
    </message>
    <message>
        <source>Stairs, hall, outside</source>
        <translation>Escalier, hall, extérieur</translation>
    </message>
    <message>
        <source>Insects, rats</source>
        <translation>Insectes, rats</translation>
    </message>
    <message>
        <source>Noise, neighbours</source>
        <translation>Bruit, voisins</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyée</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Réponse reçue</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>You sent this request</source>
        <translation>Vous avez envoyé cette demande</translation>
    </message>
    <message>
        <source>The agency answered</source>
        <translation>L’agence a répondu</translation>
    </message>
    <message>
        <source>The agency answered and closed it</source>
        <translation>L’agence a répondu : la demande est terminée</translation>
    </message>
    <message>
        <source>The request was opened again</source>
        <translation>La demande a été rouverte</translation>
    </message>
</context>
<context>
    <name>ChargePanel</name>
    <message>
        <source>Look at the terminal's list of payments, or at the tenant's ticket. Then say what you saw.</source>
        <translation>Regardez la liste des paiements du lecteur de carte, ou le ticket du locataire. Dites ensuite ce que vous avez vu.</translation>
    </message>
    <message>
        <source>Say first whether the card paid.</source>
        <translation>Dites d’abord si la carte a payé.</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>Comment le savez-vous ?</translation>
    </message>
    <message>
        <source>What proves it?</source>
        <translation>Quelle est la preuve ?</translation>
    </message>
    <message>
        <source>The terminal has not answered yet.</source>
        <translation>Le lecteur de carte n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>The terminal's answer was lost.</source>
        <translation>La réponse du lecteur de carte est perdue.</translation>
    </message>
    <message>
        <source>For {months}.</source>
        <translation>Pour {months}.</translation>
    </message>
    <message>
        <source>{amount} by card, {names}</source>
        <translation>{amount} par carte, {names}</translation>
    </message>
    <message>
        <source>For instance: it is in the list of the day</source>
        <translation>Par exemple : il est dans la liste du jour</translation>
    </message>
    <message>
        <source>For instance: ticket or authorisation number</source>
        <translation>Par exemple : n° du ticket ou d’autorisation</translation>
    </message>
    <message>
        <source>Write how you know: it stays with the payment.</source>
        <translation>Écrivez comment vous le savez : cela reste avec le paiement.</translation>
    </message>
    <message>
        <source>Write what proves it: a ticket or a line number.</source>
        <translation>Écrivez la preuve : un n° de ticket ou de ligne.</translation>
    </message>
    <message>
        <source>The card paid</source>
        <translation>La carte a payé</translation>
    </message>
    <message>
        <source>The card did not pay</source>
        <translation>La carte n’a pas payé</translation>
    </message>
</context>
<context>
    <name>ChargesView</name>
    <message>
        <source>Payments in doubt</source>
        <translation>Paiements à vérifier</translation>
    </message>
    <message>
        <source>Nobody knows yet whether these cards paid.</source>
        <translation>On ne sait pas encore si ces cartes ont payé.</translation>
    </message>
    <message>
        <source>Open the tenant's file</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Record this</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>No payment in doubt</source>
        <translation>Aucun paiement à vérifier</translation>
    </message>
    <message>
        <source>Every card payment has its answer.</source>
        <translation>Tous les paiements par carte ont leur réponse.</translation>
    </message>
    <message>
        <source>Reading the payments…</source>
        <translation>Lecture des paiements…</translation>
    </message>
    <message>
        <source>The payment is recorded.</source>
        <translation>Le paiement est enregistré.</translation>
    </message>
    <message>
        <source>Recorded as not paid.</source>
        <translation>Enregistré comme non payé.</translation>
    </message>
    <message>
        <source>The tenant can pay again by any means.</source>
        <translation>Le locataire peut payer à nouveau, par tout moyen.</translation>
    </message>
    <message>
        <source>The terminal may still be at it: this began less than ten minutes ago.</source>
        <translation>Le lecteur de carte travaille peut-être encore : ce paiement a commencé il y a moins de dix minutes.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Wait for the terminal, then look again.</source>
        <translation>Rien n’a été enregistré. Attendez le lecteur de carte, puis regardez à nouveau.</translation>
    </message>
    <message>
        <source>This payment has been settled meanwhile.</source>
        <translation>Ce paiement a été vérifié entre-temps.</translation>
    </message>
    <message>
        <source>You need not do anything. Look at the tenant's file.</source>
        <translation>Vous n’avez rien à faire. Regardez le dossier du locataire.</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Your request is being sent…</source>
        <translation>Envoi de votre demande…</translation>
    </message>
    <message numerus="yes">
        <source>Someone answers within %n day(s).</source>
        <translation>
            <numerusform>Nous vous répondons sous %n jour.</numerusform>
            <numerusform>Nous vous répondons sous %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>Photo {number}</translation>
    </message>
</context>
<context>
    <name>ChoosePanel</name>
    <message>
        <source>Everything I owe</source>
        <translation>Tout ce que je dois</translation>
    </message>
    <message>
        <source>This month’s rent</source>
        <translation>Le loyer de ce mois</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>Un autre montant</translation>
    </message>
    <message>
        <source>A part now, the rest later</source>
        <translation>Une partie maintenant, le reste plus tard</translation>
    </message>
    <message>
        <source>{month}: {amount}</source>
        <translation>{month} : {amount}</translation>
    </message>
    <message>
        <source>You owe nothing: this would be paid in advance</source>
        <translation>Vous ne devez rien : ce serait payé d’avance</translation>
    </message>
    <message>
        <source>This kiosk has no card terminal.</source>
        <translation>Cette borne n’a pas de lecteur de carte.</translation>
    </message>
    <message>
        <source>Please pay at the desk.</source>
        <translation>Payez au guichet, s’il vous plaît.</translation>
    </message>
    <message>
        <source>The card terminal is not answering.</source>
        <translation>Le lecteur de carte ne répond pas.</translation>
    </message>
    <message>
        <source>You can try all the same: nothing is taken if it stays silent. Or pay at the desk.</source>
        <translation>Vous pouvez essayer quand même : s’il ne répond pas, rien n’est débité. Ou payez au guichet.</translation>
    </message>
    <message>
        <source>Before you pay, look at the terminal: it must show its welcome screen.</source>
        <translation>Avant de payer, regardez le lecteur de carte : il doit afficher son écran d’accueil.</translation>
    </message>
    <message>
        <source>Your account has just changed. Here is what you owe now.</source>
        <translation>Votre compte vient de changer. Voici ce que vous devez maintenant.</translation>
    </message>
</context>
<context>
    <name>CodeQuestion</name>
    <message>
        <source>Activation code</source>
        <translation>Code d’activation</translation>
    </message>
    <message>
        <source>10 letters and digits, in the frame in the middle of the letter</source>
        <translation>10 lettres et chiffres, dans le cadre au milieu du courrier</translation>
    </message>
    <message>
        <source>The code is in the frame in the middle of the letter</source>
        <translation>Le code est dans le cadre au milieu du courrier</translation>
    </message>
    <message>
        <source>Type the code that is in the frame of your letter.</source>
        <translation>Tapez le code écrit dans le cadre de votre courrier.</translation>
    </message>
    <message>
        <source>A code has 10 signs; here there are {count}.</source>
        <translation>Un code a 10 caractères ; ici, il y en a {count}.</translation>
    </message>
    <message>
        <source>There is no zero in these codes: look again, it may be an 8, a D or a Q.</source>
        <translation>Ces codes n’ont pas de zéro : regardez encore, c’est peut-être un 8, un D ou un Q.</translation>
    </message>
    <message>
        <source>There is no letter O in these codes: look again, it may be a D or a Q.</source>
        <translation>Ces codes n’ont pas de lettre O : regardez encore, c’est peut-être un D ou un Q.</translation>
    </message>
    <message>
        <source>There is no digit 1 in these codes: look again, it may be a 7 or an L.</source>
        <translation>Ces codes n’ont pas de chiffre 1 : regardez encore, c’est peut-être un 7 ou un L.</translation>
    </message>
    <message>
        <source>There is no letter I in these codes: look again, it may be a J, an L or a T.</source>
        <translation>Ces codes n’ont pas de lettre I : regardez encore, c’est peut-être un J, un L ou un T.</translation>
    </message>
    <message>
        <source>“{sign}” is never in a code: only letters and digits are.</source>
        <translation>« {sign} » n’est jamais dans un code : il n’y a que des lettres et des chiffres.</translation>
    </message>
</context>
<context>
    <name>CounterFrame</name>
    <message>
        <source>Lock</source>
        <translation>Verrou</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>J’ai lu</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Other language</source>
        <translation>Autre langue</translation>
    </message>
</context>
<context>
    <name>CounterShell</name>
    <message>
        <source>Something went wrong: incident {number}.</source>
        <translation>Un incident est survenu : n° {number}.</translation>
    </message>
    <message>
        <source>Look at the tenant's file before you do it again. Give this number to the support.</source>
        <translation>Regardez le dossier du locataire avant de recommencer. Donnez ce numéro à l’assistance.</translation>
    </message>
</context>
<context>
    <name>CounterView</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>DescriptionStep</name>
    <message>
        <source>What happens?</source>
        <translation>Que se passe-t-il ?</translation>
    </message>
    <message>
        <source>A few words are enough. For example: “The kitchen tap drips day and night.”</source>
        <translation>Quelques mots suffisent. Par exemple : « Le robinet de la cuisine goutte jour et nuit. »</translation>
    </message>
    <message>
        <source>Write a few words, so that the right person can come.</source>
        <translation>Écrivez quelques mots, pour que la bonne personne puisse venir.</translation>
    </message>
</context>
<context>
    <name>DoubtPanel</name>
    <message>
        <source>What happens now</source>
        <translation>Ce qui va se passer</translation>
    </message>
    <message>
        <source>The agency looks in the journal of the terminal whether the money was taken.</source>
        <translation>L’agence regarde dans le journal du lecteur de carte si l’argent a été débité.</translation>
    </message>
    <message>
        <source>If it was, it is put on your account. If it was not, you can pay again.</source>
        <translation>Si oui, il sera mis sur votre compte de loyer. Si non, vous pourrez payer à nouveau.</translation>
    </message>
</context>
<context>
    <name>EmailQuestion</name>
    <message>
        <source>E-mail address</source>
        <translation>Adresse mail</translation>
    </message>
    <message>
        <source>To tell you when an answer has come. Nothing else.</source>
        <translation>Pour vous prévenir quand une réponse arrive. Rien d’autre.</translation>
    </message>
    <message>
        <source>I have an e-mail address</source>
        <translation>J’ai une adresse mail</translation>
    </message>
    <message>
        <source>I have no e-mail address</source>
        <translation>Je n’ai pas d’adresse mail</translation>
    </message>
    <message>
        <source>That is fine: everything works without.</source>
        <translation>Ce n’est pas grave : tout marche sans.</translation>
    </message>
    <message>
        <source>Touch one of the two.</source>
        <translation>Touchez l’une des deux réponses.</translation>
    </message>
    <message>
        <source>Type your address, or choose “I have no e-mail address”.</source>
        <translation>Tapez votre adresse, ou choisissez « Je n’ai pas d’adresse mail ».</translation>
    </message>
    <message>
        <source>An address looks like name@provider.fr. Look at yours again.</source>
        <translation>Une adresse ressemble à nom@fournisseur.fr. Vérifiez la vôtre.</translation>
    </message>
</context>
<context>
    <name>ExplainedTerm</name>
    <message>
        <source>Asked for {month}</source>
        <translation>Demandé pour {month}</translation>
    </message>
    <message>
        <source>Already paid</source>
        <translation>Déjà payé</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Reste à payer</translation>
    </message>
    <message>
        <source>Nothing left to pay</source>
        <translation>Plus rien à payer</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Show what I type</source>
        <translation>Montrer ce que je tape</translation>
    </message>
    <message>
        <source>Hide what I type</source>
        <translation>Cacher ce que je tape</translation>
    </message>
</context>
<context>
    <name>GoodbyeView</name>
    <message>
        <source>Goodbye</source>
        <translation>Au revoir</translation>
    </message>
    <message>
        <source>Your visit is closed. Nothing about you stays on this kiosk.</source>
        <translation>Votre visite est terminée. Rien sur vous ne reste sur cette borne.</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>This screen closes in %n second(s).</source>
        <translation>
            <numerusform>Cet écran se ferme dans %n seconde.</numerusform>
            <numerusform>Cet écran se ferme dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take your card and your papers.</source>
        <translation>Reprenez votre carte et vos papiers.</translation>
    </message>
    <message>
        <source>Take your card.</source>
        <translation>Reprenez votre carte.</translation>
    </message>
    <message>
        <source>Take your papers.</source>
        <translation>Prenez vos papiers.</translation>
    </message>
    <message>
        <source>What you did today</source>
        <translation>Ce que vous avez fait aujourd’hui</translation>
    </message>
    <message numerus="yes">
        <source>You printed %n paper(s).</source>
        <translation>
            <numerusform>Vous avez imprimé %n papier.</numerusform>
            <numerusform>Vous avez imprimé %n papiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your account is activated.</source>
        <translation>Votre compte est activé.</translation>
    </message>
    <message>
        <source>You paid {amount} by card.</source>
        <translation>Vous avez payé {amount} par carte.</translation>
    </message>
    <message>
        <source>A payment of {amount} is being checked. Reference: {number}</source>
        <translation>Un paiement de {amount} est en cours de vérification. Référence : {number}</translation>
    </message>
    <message>
        <source>You sent the request {number}.</source>
        <translation>Vous avez envoyé la demande n° {number}.</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>At the top: change the language, make the words larger, or the contrast stronger.</source>
        <translation>En haut : changez la langue, la taille du texte ou le contraste.</translation>
    </message>
    <message>
        <source>Someone at the desk will gladly help you.</source>
        <translation>Au guichet, quelqu’un vous aidera volontiers.</translation>
    </message>
    <message>
        <source>Back to the screen</source>
        <translation>Retour à l’écran</translation>
    </message>
    <message>
        <source>Touch what you would like to do. You can always come back.</source>
        <translation>Touchez ce que vous voulez faire. Vous pouvez toujours revenir en arrière.</translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message>
        <source>What would you like to do?</source>
        <translation>Que voulez-vous faire ?</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Cacher</translation>
    </message>
    <message>
        <source>At the desk only</source>
        <translation>Au guichet seulement</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>En quelques mots</translation>
    </message>
    <message>
        <source>As known to the agency: {when}</source>
        <translation>Dernière mise à jour : {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to read</source>
        <translation>
            <numerusform>%n réponse à lire</numerusform>
            <numerusform>%n réponses à lire</numerusform>
        </translation>
    </message>
    <message>
        <source>One of your card payments is being checked.</source>
        <translation>Un de vos paiements par carte est en cours de vérification.</translation>
    </message>
    <message>
        <source>Do not pay a second time. The desk can tell you more.</source>
        <translation>Ne payez pas une deuxième fois. Le guichet peut vous en dire plus.</translation>
    </message>
    <message>
        <source>My rent account</source>
        <translation>Mon compte de loyer</translation>
    </message>
    <message>
        <source>You owe</source>
        <translation>Vous devez</translation>
    </message>
    <message>
        <source>You have paid in advance</source>
        <translation>Vous avez d’avance</translation>
    </message>
    <message>
        <source>You owe nothing</source>
        <translation>Vous ne devez rien</translation>
    </message>
</context>
<context>
    <name>IdleView</name>
    <message>
        <source>Are you still there?</source>
        <translation>Êtes-vous toujours là ?</translation>
    </message>
    <message>
        <source>Then everything about your visit disappears from this kiosk.</source>
        <translation>Ensuite, tout ce qui concerne votre visite disparaît de cette borne.</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>J’ai terminé</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message numerus="yes">
        <source>Your visit ends in %n second(s).</source>
        <translation>
            <numerusform>Votre visite se termine dans %n seconde.</numerusform>
            <numerusform>Votre visite se termine dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your visit ends soon</source>
        <translation>Votre visite se termine bientôt</translation>
    </message>
    <message numerus="yes">
        <source>A visit lasts %n minute(s) at most.</source>
        <translation>
            <numerusform>Une visite dure %n minute au plus.</numerusform>
            <numerusform>Une visite dure %n minutes au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you paid or sent is kept. You can begin a new visit straight afterwards.</source>
        <translation>Ce que vous avez payé ou envoyé est enregistré. Vous pourrez recommencer une visite aussitôt après.</translation>
    </message>
</context>
<context>
    <name>IncidentView</name>
    <message>
        <source>Something went wrong with the kiosk</source>
        <translation>La borne a eu un problème</translation>
    </message>
    <message>
        <source>It is not your fault. For your safety, your visit was closed.</source>
        <translation>Ce n’est pas votre faute. Pour votre sécurité, votre visite a été arrêtée.</translation>
    </message>
    <message>
        <source>If you were paying</source>
        <translation>Si vous étiez en train de payer</translation>
    </message>
    <message>
        <source>Do not pay a second time. What the terminal took is kept and checked: ask at the desk.</source>
        <translation>Ne payez pas une deuxième fois. Ce que la carte a payé est gardé et sera vérifié : demandez au guichet.</translation>
    </message>
    <message>
        <source>If you tell the desk, this number helps</source>
        <translation>Si vous en parlez au guichet, donnez ce numéro</translation>
    </message>
    <message>
        <source>Back to the welcome</source>
        <translation>Retour à l’accueil</translation>
    </message>
    <message numerus="yes">
        <source>This screen closes in %n second(s).</source>
        <translation>
            <numerusform>Cet écran se ferme dans %n seconde.</numerusform>
            <numerusform>Cet écran se ferme dans %n secondes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsuranceView</name>
    <message>
        <source>Insurance certificate</source>
        <translation>Attestation d’assurance</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Récépissé</translation>
    </message>
    <message>
        <source>Print the acknowledgement</source>
        <translation>Imprimer le récépissé</translation>
    </message>
    <message>
        <source>Write the certificate down</source>
        <translation>Noter l’attestation</translation>
    </message>
    <message>
        <source>Back to the file</source>
        <translation>Retour au dossier</translation>
    </message>
    <message>
        <source>Contract {number}</source>
        <translation>Contrat {number}</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>Du {first} au {last}</translation>
    </message>
    <message>
        <source>The certificate is written down.</source>
        <translation>L’attestation est notée.</translation>
    </message>
    <message>
        <source>Give it back to the tenant: they keep it.</source>
        <translation>Rendez-la au locataire : il la garde.</translation>
    </message>
    <message>
        <source>As it stands there: 31/08/2027</source>
        <translation>Comme sur l’attestation : 31/08/2027</translation>
    </message>
    <message>
        <source>Insurer</source>
        <translation>Assureur</translation>
    </message>
    <message>
        <source>Policy number</source>
        <translation>Numéro du contrat d’assurance</translation>
    </message>
    <message>
        <source>First day covered</source>
        <translation>Premier jour couvert</translation>
    </message>
    <message>
        <source>Last day covered</source>
        <translation>Dernier jour couvert</translation>
    </message>
    <message>
        <source>What the certificate says</source>
        <translation>Ce que dit l’attestation</translation>
    </message>
    <message>
        <source>Check that it covers the risks of renting, at the address of this lease.</source>
        <translation>Vérifiez qu’elle couvre les risques locatifs, à l’adresse de ce bail.</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>C’est noté</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>On-screen keyboard</source>
        <translation>Clavier à l’écran</translation>
    </message>
    <message>
        <source>Erase one character</source>
        <translation>Effacer un caractère</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>Majuscules</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>abc</source>
        <translation>abc</translation>
    </message>
    <message>
        <source>éàç</source>
        <translation>éàç</translation>
    </message>
    <message>
        <source>123</source>
        <translation>123</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
</context>
<context>
    <name>LargePhoto</name>
    <message>
        <source>This photo cannot be shown.</source>
        <translation>Cette photo ne peut pas être affichée.</translation>
    </message>
    <message>
        <source>Close the photo</source>
        <translation>Fermer la photo</translation>
    </message>
</context>
<context>
    <name>LeaseView</name>
    <message>
        <source>Opening the file…</source>
        <translation>Ouverture du dossier…</translation>
    </message>
    <message>
        <source>See the payment in doubt</source>
        <translation>Voir le paiement à vérifier</translation>
    </message>
    <message>
        <source>Contract {number}</source>
        <translation>Contrat n° {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n card payment(s) of this lease are in doubt.</source>
        <translation>
            <numerusform>%n paiement par carte de ce contrat est en cours de vérification.</numerusform>
            <numerusform>%n paiements par carte de ce contrat sont en cours de vérification.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody knows yet whether the card paid. Find out before taking that money again.</source>
        <translation>On ne sait pas encore si la carte a payé. Vérifiez avant d’encaisser à nouveau cette somme.</translation>
    </message>
    <message>
        <source>Requests ({count})</source>
        <translation>Demandes ({count})</translation>
    </message>
    <message>
        <source>Write why: it stays in the account's history.</source>
        <translation>Écrivez pourquoi : cela reste dans l’historique du compte.</translation>
    </message>
    <message>
        <source>There is no quittance for this month yet.</source>
        <translation>Il n’y a pas encore de quittance pour ce mois.</translation>
    </message>
    <message>
        <source>The account is unlocked: the person can try again now.</source>
        <translation>Le compte est débloqué : la personne peut réessayer maintenant.</translation>
    </message>
    <message>
        <source>Unlock the account</source>
        <translation>Débloquer le compte</translation>
    </message>
    <message>
        <source>Let the person try again</source>
        <translation>Permettre un nouvel essai</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>For instance: came to the counter, identity card seen</source>
        <translation>Par exemple : venue au guichet, pièce d’identité vue</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Débloquer</translation>
    </message>
    <message>
        <source>Lines of the account</source>
        <translation>Opérations du compte</translation>
    </message>
    <message>
        <source>Receipts and quittances</source>
        <translation>Reçus et quittances</translation>
    </message>
    <message>
        <source>No paper to print yet</source>
        <translation>Aucun papier à imprimer</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Reçus</translation>
    </message>
    <message>
        <source>Print the chosen paper</source>
        <translation>Imprimer le papier choisi</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>No line on this account yet</source>
        <translation>Aucune opération sur ce compte</translation>
    </message>
    <message>
        <source>No request yet</source>
        <translation>Aucune demande</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
</context>
<context>
    <name>LongField</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Encore %n caractère</numerusform>
            <numerusform>Encore %n caractères</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoneyLabel</name>
    <message>
        <source>Hidden amount</source>
        <translation>Montant caché</translation>
    </message>
</context>
<context>
    <name>NewRequestView</name>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>With a photo if you like</source>
        <translation>Avec une photo si vous voulez</translation>
    </message>
    <message>
        <source>Say what does not work, where, and add a photo if you have one.</source>
        <translation>Dites ce qui ne va pas, à quel endroit, et ajoutez une photo si vous en avez une.</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>J’ai terminé</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>De quoi s’agit-il ?</translation>
    </message>
    <message>
        <source>Touch what fits best.</source>
        <translation>Touchez ce qui convient le mieux.</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>Où est-ce ?</translation>
    </message>
    <message>
        <source>Touch the place.</source>
        <translation>Touchez l’endroit.</translation>
    </message>
    <message>
        <source>Tell us in your own words</source>
        <translation>Expliquez avec vos mots</translation>
    </message>
    <message>
        <source>Would you like to add photos?</source>
        <translation>Voulez-vous ajouter des photos ?</translation>
    </message>
    <message>
        <source>Touch those that should go along. You can also go on without.</source>
        <translation>Touchez les photos à envoyer. Vous pouvez aussi continuer sans photo.</translation>
    </message>
    <message>
        <source>Is everything right?</source>
        <translation>Tout est juste ?</translation>
    </message>
    <message>
        <source>Your request is on its way</source>
        <translation>Votre demande est partie</translation>
    </message>
    <message>
        <source>Thank you for telling us.</source>
        <translation>Merci de nous avoir prévenus.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Continue without a photo</source>
        <translation>Continuer sans photo</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Retour à l’accueil</translation>
    </message>
</context>
<context>
    <name>NumberQuestion</name>
    <message>
        <source>Contract number</source>
        <translation>N° de contrat</translation>
    </message>
    <message>
        <source>11 digits, near the top of the letter</source>
        <translation>11 chiffres, vers le haut du courrier</translation>
    </message>
    <message>
        <source>The contract number is near the top of the letter</source>
        <translation>Le numéro de contrat est vers le haut du courrier</translation>
    </message>
    <message>
        <source>Type the contract number that is on your letter.</source>
        <translation>Tapez le numéro de contrat écrit sur votre courrier.</translation>
    </message>
    <message>
        <source>A contract number has 11 digits; here there are {count}.</source>
        <translation>Un numéro de contrat a 11 chiffres ; ici, il y en a {count}.</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Rent</source>
        <translation>Loyer</translation>
    </message>
    <message>
        <source>Advance on charges</source>
        <translation>Provision pour charges</translation>
    </message>
    <message>
        <source>Solidarity supplement (SLS)</source>
        <translation>Supplément de loyer de solidarité (SLS)</translation>
    </message>
    <message>
        <source>Solidarity reduction (RLS)</source>
        <translation>Réduction de loyer de solidarité (RLS)</translation>
    </message>
    <message>
        <source>Housing benefit (APL)</source>
        <translation>Aide au logement (APL)</translation>
    </message>
    <message>
        <source>Yearly adjustment of charges</source>
        <translation>Régularisation des charges</translation>
    </message>
    <message>
        <source>Payment that came back</source>
        <translation>Paiement rejeté</translation>
    </message>
    <message>
        <source>The price of your home, without charges.</source>
        <translation>Le prix de votre logement, sans les charges.</translation>
    </message>
    <message>
        <source>Paid each month for water, lift, cleaning… Once a year it is compared with what was spent.</source>
        <translation>Payée chaque mois pour l’eau, l’ascenseur, le ménage… Une fois par an, on la compare aux dépenses réelles.</translation>
    </message>
    <message>
        <source>Added when the household’s income is above the limits of social housing.</source>
        <translation>S’ajoute quand les revenus du foyer dépassent la limite du logement social.</translation>
    </message>
    <message>
        <source>Last year’s charges were higher than your advances: this is the difference.</source>
        <translation>L’an dernier, les charges ont dépassé vos provisions : voici la différence.</translation>
    </message>
    <message>
        <source>The bank did not pay it: the amount is due again.</source>
        <translation>La banque ne l’a pas payé : cette somme est de nouveau à payer.</translation>
    </message>
    <message>
        <source>A reduction of the rent that your landlord grants because of your income.</source>
        <translation>Une baisse de loyer que votre bailleur vous accorde selon vos revenus.</translation>
    </message>
    <message>
        <source>The help that the CAF pays to us for you: it lowers what you pay.</source>
        <translation>L’aide que la CAF nous verse pour vous : vous payez moins.</translation>
    </message>
    <message>
        <source>Last year’s charges were lower than your advances: this comes back to you.</source>
        <translation>L’an dernier, les charges ont été plus basses que vos provisions : cette somme vous revient.</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>Paiement reçu</translation>
    </message>
    <message>
        <source>{part}: new this month, {difference}</source>
        <translation>{part} : apparaît ce mois-ci, {difference}</translation>
    </message>
    <message>
        <source>{part}: not this month, {difference}</source>
        <translation>{part} : n’apparaît pas ce mois-ci, {difference}</translation>
    </message>
    <message>
        <source>{part}: {difference}</source>
        <translation>{part} : {difference}</translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>The payment is on your account.</source>
        <translation>Le paiement est enregistré sur votre compte.</translation>
    </message>
    <message>
        <source>Nothing was taken.</source>
        <translation>Rien n’a été débité.</translation>
    </message>
    <message>
        <source>You can try again when you are ready.</source>
        <translation>Vous pouvez réessayer quand vous voulez.</translation>
    </message>
    <message>
        <source>Nothing was taken: the terminal could not be reached.</source>
        <translation>Rien n’a été débité : le lecteur de carte n’a pas répondu.</translation>
    </message>
    <message>
        <source>Try again in a moment, or pay at the desk.</source>
        <translation>Réessayez dans un moment, ou payez au guichet.</translation>
    </message>
    <message>
        <source>You still owe {amount}.</source>
        <translation>Vous devez encore {amount}.</translation>
    </message>
    <message>
        <source>You have paid {amount} in advance.</source>
        <translation>Vous avez {amount} d’avance.</translation>
    </message>
    <message>
        <source>You owe nothing any more.</source>
        <translation>Vous ne devez plus rien.</translation>
    </message>
    <message>
        <source>Your bank wants to be called first. Try another card, or pay at the desk.</source>
        <translation>Votre banque demande qu’on l’appelle d’abord. Essayez une autre carte, ou payez au guichet.</translation>
    </message>
    <message>
        <source>Your bank did not accept it. Try another card or a smaller amount.</source>
        <translation>Votre banque n’a pas accepté. Essayez une autre carte ou un montant plus petit.</translation>
    </message>
    <message>
        <source>Try again with this card or another one, or pay at the desk.</source>
        <translation>Réessayez avec cette carte ou une autre, ou payez au guichet.</translation>
    </message>
    <message>
        <source>Also print the rent receipt for {month}</source>
        <translation>Imprimer aussi la quittance pour {month}</translation>
    </message>
</context>
<context>
    <name>PapersView</name>
    <message>
        <source>My papers</source>
        <translation>Mes papiers</translation>
    </message>
    <message>
        <source>Receipts and rent receipts</source>
        <translation>Reçus et quittances</translation>
    </message>
    <message>
        <source>Touch a paper in the list, then print it. It is free.</source>
        <translation>Touchez un papier dans la liste, puis imprimez-le. C’est gratuit.</translation>
    </message>
    <message>
        <source>Touch a paper, then print it. It is free of charge.</source>
        <translation>Touchez un papier, puis imprimez-le. C’est gratuit.</translation>
    </message>
    <message>
        <source>Your papers are being read…</source>
        <translation>Lecture de vos papiers…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Touch a paper to read about it.</source>
        <translation>Touchez un document pour savoir ce qu’il est.</translation>
    </message>
    <message>
        <source>There is no paper yet.</source>
        <translation>Il n’y a pas encore de papier.</translation>
    </message>
    <message>
        <source>After a payment you find its receipt here.</source>
        <translation>Après un paiement, vous trouverez le reçu ici.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Rent receipt for {month}</source>
        <translation>Quittance pour {month}</translation>
    </message>
    <message>
        <source>Payment receipt</source>
        <translation>Reçu de paiement</translation>
    </message>
    <message>
        <source>Payment receipt of {day}</source>
        <translation>Reçu du {day}</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>It proves that this month’s rent is wholly paid.</source>
        <translation>Elle prouve que le loyer de ce mois est entièrement payé.</translation>
    </message>
    <message>
        <source>It proves that you made this payment.</source>
        <translation>Il prouve que vous avez fait ce paiement.</translation>
    </message>
    <message>
        <source>The rent for {month} is not paid yet.</source>
        <translation>Le loyer pour {month} n’est pas encore payé.</translation>
    </message>
    <message>
        <source>A rent receipt can be given once the month is wholly paid.</source>
        <translation>La quittance peut être remise quand le mois est entièrement payé.</translation>
    </message>
    <message>
        <source>The rent for {month} is paid in part.</source>
        <translation>Le loyer pour {month} est payé en partie.</translation>
    </message>
    <message>
        <source>You can print the receipt of each payment; the rent receipt comes with the last one.</source>
        <translation>Vous pouvez imprimer le reçu de chaque paiement ; la quittance viendra avec le dernier.</translation>
    </message>
    <message>
        <source>No rent was asked for {month}.</source>
        <translation>Aucun loyer n’a été demandé pour {month}.</translation>
    </message>
    <message>
        <source>You can print the receipt of each payment.</source>
        <translation>Vous pouvez imprimer le reçu de chaque paiement.</translation>
    </message>
    <message>
        <source>A line of your account could not be read last night.</source>
        <translation>Une écriture de votre compte n’a pas pu être lue cette nuit.</translation>
    </message>
    <message>
        <source>You can print the receipt of each payment. For the rent receipt, come back in a few days or ask at the desk.</source>
        <translation>Vous pouvez imprimer le reçu de chaque paiement. Pour la quittance, revenez dans quelques jours ou demandez à l’accueil.</translation>
    </message>
    <message>
        <source>The agency has yet to confirm a payment for {month}.</source>
        <translation>L’agence doit encore confirmer un paiement pour {month}.</translation>
    </message>
    <message>
        <source>You can print the receipt of each payment. For the rent receipt, ask at the desk.</source>
        <translation>Vous pouvez imprimer le reçu de chaque paiement. Pour la quittance, demandez à l’accueil.</translation>
    </message>
    <message>
        <source>A payment for {month} is still on its way to the bank.</source>
        <translation>Un paiement pour {month} n’est pas encore arrivé à la banque.</translation>
    </message>
    <message>
        <source>The rent receipt can be printed when the bank has confirmed it.</source>
        <translation>Vous pourrez imprimer la quittance quand la banque aura confirmé ce paiement.</translation>
    </message>
    <message>
        <source>The housing benefit for {month} has not arrived yet.</source>
        <translation>L’aide au logement (APL) pour {month} n’est pas encore arrivée.</translation>
    </message>
    <message>
        <source>The rent receipt can be printed when the CAF has paid it.</source>
        <translation>Vous pourrez imprimer la quittance quand la CAF aura versé l’aide.</translation>
    </message>
    <message>
        <source>This paper cannot be printed here.</source>
        <translation>Ce papier ne peut pas être imprimé ici.</translation>
    </message>
    <message>
        <source>Please ask at the desk.</source>
        <translation>Demandez au guichet, s’il vous plaît.</translation>
    </message>
</context>
<context>
    <name>PasswordQuestion</name>
    <message>
        <source>Your password</source>
        <translation>Votre mot de passe</translation>
    </message>
    <message>
        <source>7 different words, as in a little story of your own</source>
        <translation>7 mots différents, comme une petite histoire à vous</translation>
    </message>
    <message>
        <source>Type the password you want to use from now on.</source>
        <translation>Tapez le mot de passe que vous voulez utiliser à partir de maintenant.</translation>
    </message>
    <message>
        <source>This is a good password.</source>
        <translation>C’est un bon mot de passe.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
    <message>
        <source>or 14 characters: capitals, small letters and digits</source>
        <translation>ou 14 caractères : majuscules, minuscules et chiffres</translation>
    </message>
    <message>
        <source>The eye shows what you type.</source>
        <translation>L’œil montre ce que vous tapez.</translation>
    </message>
    <message>
        <source>Three good ways</source>
        <translation>Trois bonnes façons</translation>
    </message>
    <message>
        <source>or 12 characters, with a sign such as ! ? - or @ as well</source>
        <translation>ou 12 caractères, dont un signe comme « ! » ou « - »</translation>
    </message>
    <message>
        <source>This is longer than the kiosk can keep: 128 characters at most.</source>
        <translation>C’est trop long pour la borne : 128 caractères au plus.</translation>
    </message>
    <message>
        <source>One of these characters cannot be typed again everywhere.</source>
        <translation>Un de ces caractères ne peut pas être tapé partout.</translation>
    </message>
    <message>
        <source>Your contract number or year of birth is easy to guess: it counts for one character.</source>
        <translation>Votre numéro de contrat ou votre année de naissance est facile à deviner : cela compte pour un seul caractère.</translation>
    </message>
    <message>
        <source>A very common word counts for one character only.</source>
        <translation>Un mot très courant compte pour un seul caractère.</translation>
    </message>
    <message>
        <source>Keys that follow one another on the keyboard count for one only.</source>
        <translation>Des touches qui se suivent sur le clavier comptent pour un seul caractère.</translation>
    </message>
    <message>
        <source>The same character again and again counts once.</source>
        <translation>Le même caractère répété compte une seule fois.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n caractère</numerusform>
            <numerusform>%n caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>Still to add: {what}.</source>
        <translation>Il manque encore : {what}.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>a capital letter</source>
        <translation>une majuscule</translation>
    </message>
    <message>
        <source>a small letter</source>
        <translation>une minuscule</translation>
    </message>
    <message>
        <source>a digit</source>
        <translation>un chiffre</translation>
    </message>
    <message>
        <source>a sign such as ! ? - @</source>
        <translation>un signe comme « ! » ou « - »</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
</context>
<context>
    <name>PatienceWords</name>
    <message numerus="yes">
        <source>At the desk, with a proof of identity, it is opened again at once. Otherwise, come back in %n hour(s).</source>
        <translation>
            <numerusform>Au guichet, avec une pièce d’identité, on vous le rouvre tout de suite. Sinon, revenez dans %n heure.</numerusform>
            <numerusform>Au guichet, avec une pièce d’identité, on vous le rouvre tout de suite. Sinon, revenez dans %n heures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At the desk, with a proof of identity, it is opened again at once. Otherwise, come back in %n minute(s).</source>
        <translation>
            <numerusform>Au guichet, avec une pièce d’identité, on vous le rouvre tout de suite. Sinon, revenez dans %n minute.</numerusform>
            <numerusform>Au guichet, avec une pièce d’identité, on vous le rouvre tout de suite. Sinon, revenez dans %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PayView</name>
    <message>
        <source>Pay by card</source>
        <translation>Payer par carte</translation>
    </message>
    <message>
        <source>Your account is being read…</source>
        <translation>Lecture de votre compte…</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>J’ai terminé</translation>
    </message>
    <message>
        <source>By card, on the terminal here.</source>
        <translation>Par carte, sur le lecteur de cette borne.</translation>
    </message>
    <message>
        <source>A line of your account could not be read: this balance may be incomplete.</source>
        <translation>Une écriture de votre compte n’a pas pu être lue : ce solde est peut-être incomplet.</translation>
    </message>
    <message>
        <source>Balance known: {when}.</source>
        <translation>Solde mis à jour : {when}.</translation>
    </message>
    <message>
        <source>How much would you like to pay?</source>
        <translation>Combien voulez-vous payer ?</translation>
    </message>
    <message>
        <source>Which amount?</source>
        <translation>Quel montant ?</translation>
    </message>
    <message>
        <source>You are about to pay</source>
        <translation>Vous allez payer</translation>
    </message>
    <message>
        <source>Look at the card terminal</source>
        <translation>Regardez le lecteur de carte</translation>
    </message>
    <message>
        <source>Do not pay a second time</source>
        <translation>Ne payez pas une deuxième fois</translation>
    </message>
    <message>
        <source>Thank you, your payment is done</source>
        <translation>Merci, votre paiement est fait</translation>
    </message>
    <message>
        <source>The payment was cancelled</source>
        <translation>Le paiement est annulé</translation>
    </message>
    <message>
        <source>The card was not accepted</source>
        <translation>La carte n’a pas été acceptée</translation>
    </message>
    <message>
        <source>The payment could not start</source>
        <translation>Le paiement n’a pas pu commencer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Pay {amount}</source>
        <translation>Payer {amount}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>Imprimer à nouveau</translation>
    </message>
    <message>
        <source>Print my receipt</source>
        <translation>Imprimer mon reçu</translation>
    </message>
    <message>
        <source>Card payment being checked: do not pay a second time. Show this reference at the desk.</source>
        <translation>Paiement par carte en cours de vérification : ne payez pas une deuxième fois. Montrez cette référence au guichet.</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>By card, all or a part</source>
        <translation>Par carte, tout ou une partie</translation>
    </message>
    <message>
        <source>You choose the amount here, then you pay with your card on the terminal.</source>
        <translation>Vous choisissez le montant ici, puis vous payez par carte sur le lecteur.</translation>
    </message>
</context>
<context>
    <name>PaymentDone</name>
    <message>
        <source>Print again</source>
        <translation>Réimprimer</translation>
    </message>
    <message>
        <source>Quittance</source>
        <translation>Quittance</translation>
    </message>
    <message>
        <source>Quittance: {month}</source>
        <translation>Quittance : {month}</translation>
    </message>
    <message>
        <source>Put the cheque in the drawer</source>
        <translation>Mettre le chèque dans le tiroir</translation>
    </message>
    <message>
        <source>Hand over the receipt, subject to the cheque being cleared</source>
        <translation>Remettre le reçu, sous réserve d’encaissement du chèque</translation>
    </message>
    <message>
        <source>Give the number of the receipt: another counter can print it</source>
        <translation>Donner le numéro du reçu : un autre guichet peut l’imprimer</translation>
    </message>
    <message>
        <source>Put the cash in the drawer</source>
        <translation>Mettre les espèces dans le tiroir</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre la monnaie</translation>
    </message>
    <message>
        <source>Hand over the receipt</source>
        <translation>Remettre le reçu</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Receipt, subject to clearing</source>
        <translation>Reçu sous réserve d’encaissement</translation>
    </message>
    <message>
        <source>In advance</source>
        <translation>D’avance</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Reste à payer</translation>
    </message>
    <message>
        <source>Paid in advance</source>
        <translation>Payé d’avance</translation>
    </message>
</context>
<context>
    <name>PaymentForm</name>
    <message>
        <source>Cash</source>
        <translation>Espèces</translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation>Chèque</translation>
    </message>
    <message>
        <source>Amount to take</source>
        <translation>Montant à encaisser</translation>
    </message>
    <message>
        <source>In euros: 123,45</source>
        <translation>En euros : 123,45</translation>
    </message>
    <message>
        <source>All that is owed</source>
        <translation>Tout ce qui est dû</translation>
    </message>
    <message>
        <source>Cash handed over</source>
        <translation>Espèces remises</translation>
    </message>
    <message>
        <source>Empty when it is exact</source>
        <translation>Vide si le compte est juste</translation>
    </message>
    <message>
        <source>Cheque number</source>
        <translation>N° du chèque</translation>
    </message>
    <message>
        <source>At the bottom left of the cheque</source>
        <translation>En bas à gauche du chèque</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banque</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Facultatif</translation>
    </message>
    <message>
        <source>The cheque's number is needed: it is printed on the receipt.</source>
        <translation>Il faut le n° du chèque : il est imprimé sur le reçu.</translation>
    </message>
    <message>
        <source>{amount} to give back: is this what you were given? Correct it, or leave it empty.</source>
        <translation>{amount} à rendre : est-ce bien ce qu’on vous a remis ? Corrigez, ou laissez vide.</translation>
    </message>
    <message>
        <source>{amount} is missing.</source>
        <translation>Il manque {amount}.</translation>
    </message>
    <message>
        <source>All that is ticked</source>
        <translation>Tout ce qui est coché</translation>
    </message>
    <message>
        <source>{month}: {amount}, due on {day}</source>
        <translation>{month} : {amount}, à payer le {day}</translation>
    </message>
    <message>
        <source>Does the tenant say which months this pays? Tick them; else the oldest come first.</source>
        <translation>Le locataire dit-il quels mois il paie ? Cochez-les ; sinon, les plus anciens d’abord.</translation>
    </message>
</context>
<context>
    <name>PaymentOutcome</name>
    <message>
        <source>The tenant agrees to leave it on the account</source>
        <translation>Le locataire accepte de laisser cette somme sur le compte</translation>
    </message>
    <message>
        <source>The law allows up to {amount} in cash for these terms.</source>
        <translation>La loi permet jusqu’à {amount} en espèces pour ces échéances.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Il manque</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>À rendre</translation>
    </message>
    <message>
        <source>This payment settles</source>
        <translation>Ce paiement règle</translation>
    </message>
    <message>
        <source>Stays on the account, in advance</source>
        <translation>Reste sur le compte, d’avance</translation>
    </message>
    <message>
        <source>Nothing is owed: whatever is taken stays on the account, in advance.</source>
        <translation>Rien n’est dû : la somme encaissée restera sur le compte, d’avance.</translation>
    </message>
    <message>
        <source>Type an amount: you will see here what it pays and what stays to pay.</source>
        <translation>Tapez un montant : vous verrez ici ce qu’il règle et ce qui reste à payer.</translation>
    </message>
    <message>
        <source>Then paid in advance</source>
        <translation>Ensuite, payé d’avance</translation>
    </message>
    <message>
        <source>Then left to pay</source>
        <translation>Ensuite, reste à payer</translation>
    </message>
    <message>
        <source>This is more than what is owed ({owed}).</source>
        <translation>C’est plus que ce qui est dû ({owed}).</translation>
    </message>
    <message>
        <source>May {credit} stay on the account for the next months? Else lower the amount.</source>
        <translation>Laisser {credit} sur le compte pour les prochains mois ? Sinon, baissez le montant.</translation>
    </message>
</context>
<context>
    <name>PaymentsView</name>
    <message>
        <source>Take a payment</source>
        <translation>Encaisser un paiement</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>Reçu n° {number}</translation>
    </message>
    <message>
        <source>Duplicate of receipt {number}</source>
        <translation>Duplicata du reçu n° {number}</translation>
    </message>
    <message>
        <source>Quittance {number}</source>
        <translation>Quittance n° {number}</translation>
    </message>
    <message>
        <source>Duplicate of quittance {number}</source>
        <translation>Duplicata de la quittance n° {number}</translation>
    </message>
    <message>
        <source>Take the payment</source>
        <translation>Encaisser</translation>
    </message>
    <message>
        <source>Back to the file</source>
        <translation>Retour au dossier</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Take {amount}</source>
        <translation>Encaisser {amount}</translation>
    </message>
    <message>
        <source>Payment taken</source>
        <translation>Paiement encaissé</translation>
    </message>
    <message>
        <source>owes {amount}</source>
        <translation>{amount} à payer</translation>
    </message>
    <message>
        <source>{amount} in advance</source>
        <translation>{amount} d’avance</translation>
    </message>
    <message>
        <source>owes nothing</source>
        <translation>rien à payer</translation>
    </message>
    <message>
        <source>Offline: the balance is as it was {when}.</source>
        <translation>Hors ligne : solde mis à jour {when}.</translation>
    </message>
    <message>
        <source>You can take the payment: it is kept here and sent as soon as central is back.</source>
        <translation>Vous pouvez encaisser : le paiement est gardé ici et envoyé dès que le serveur central répond.</translation>
    </message>
    <message>
        <source>A card payment of this lease is in doubt.</source>
        <translation>Un paiement par carte de ce contrat est en cours de vérification.</translation>
    </message>
    <message>
        <source>Ask whether the tenant means the same money before you take it again (F4).</source>
        <translation>Demandez au locataire s’il s’agit de la même somme avant de l’encaisser à nouveau (F4).</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Photo {number}: goes along</source>
        <translation>Photo {number} : sera envoyée</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>Photo {number}</translation>
    </message>
</context>
<context>
    <name>PhotoWords</name>
    <message>
        <source>This photo is too large (25 MB at most). Choose another one, or go on without.</source>
        <translation>Cette photo est trop lourde (25 Mo au plus). Choisissez-en une autre, ou continuez sans.</translation>
    </message>
    <message>
        <source>Five photos at most. Touch one to leave it out.</source>
        <translation>Cinq photos au plus. Touchez une photo pour la retirer.</translation>
    </message>
    <message>
        <source>This photo is no longer there. Look again.</source>
        <translation>Cette photo n’est plus là. Cherchez à nouveau.</translation>
    </message>
    <message>
        <source>This photo could not be read. Choose another one, or go on without.</source>
        <translation>Cette photo n’a pas pu être lue. Choisissez-en une autre, ou continuez sans.</translation>
    </message>
</context>
<context>
    <name>PhotosStep</name>
    <message>
        <source>Look for photos again</source>
        <translation>Chercher à nouveau des photos</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) will go along.</source>
        <translation>
            <numerusform>%n photo sera envoyée.</numerusform>
            <numerusform>%n photos seront envoyées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos are being looked for…</source>
        <translation>Recherche de photos…</translation>
    </message>
    <message>
        <source>There is no photo here.</source>
        <translation>Il n’y a pas de photo ici.</translation>
    </message>
    <message>
        <source>Put the object or your telephone under the camera, or go on without a photo.</source>
        <translation>Placez l’objet ou votre téléphone sous la caméra, ou continuez sans photo.</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Kitchen</source>
        <translation>Cuisine</translation>
    </message>
    <message>
        <source>Bathroom</source>
        <translation>Salle de bains</translation>
    </message>
    <message>
        <source>Toilet</source>
        <translation>Toilettes</translation>
    </message>
    <message>
        <source>Living room</source>
        <translation>Salon</translation>
    </message>
    <message>
        <source>Bedroom</source>
        <translation>Chambre</translation>
    </message>
    <message>
        <source>Entrance, corridor</source>
        <translation>Entrée, couloir</translation>
    </message>
    <message>
        <source>Cellar, garage</source>
        <translation>Cave, garage</translation>
    </message>
    <message>
        <source>Stairs, hall</source>
        <translation>Escalier, hall</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Extérieur</translation>
    </message>
</context>
<context>
    <name>RequestPanel</name>
    <message>
        <source>Answer to the tenant</source>
        <translation>Réponse au locataire</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Answer and close</source>
        <translation>Répondre et terminer</translation>
    </message>
    <message>
        <source>Photo of the request</source>
        <translation>Photo de la demande</translation>
    </message>
    <message>
        <source>This is too long: 4,000 characters at most.</source>
        <translation>C’est trop long : 4 000 caractères au plus.</translation>
    </message>
    <message>
        <source>Write an answer first: the tenant reads it at the kiosk.</source>
        <translation>Écrivez d’abord une réponse : le locataire la lira à la borne.</translation>
    </message>
    <message>
        <source>Answer promised by {day}</source>
        <translation>Réponse promise pour le {day}</translation>
    </message>
    <message>
        <source>Request {number}</source>
        <translation>Demande n° {number}</translation>
    </message>
    <message>
        <source>Where: {place}</source>
        <translation>Endroit : {place}</translation>
    </message>
</context>
<context>
    <name>RequestsView</name>
    <message>
        <source>My requests</source>
        <translation>Mes demandes</translation>
    </message>
    <message>
        <source>What I asked, and the answers</source>
        <translation>Ce que j’ai demandé, et les réponses</translation>
    </message>
    <message>
        <source>Touch a request in the list to read what was answered.</source>
        <translation>Touchez une demande dans la liste pour lire la réponse.</translation>
    </message>
    <message>
        <source>Your requests are being read…</source>
        <translation>Lecture de vos demandes…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>Request {number}</source>
        <translation>Demande n° {number}</translation>
    </message>
    <message>
        <source>You have not asked for anything yet.</source>
        <translation>Vous n’avez pas encore fait de demande.</translation>
    </message>
    <message>
        <source>A leak, a light that does not work, a question: report it here, the agency answers.</source>
        <translation>Une fuite, une lampe en panne, une question ? Dites-le ici : l’agence vous répond.</translation>
    </message>
    <message>
        <source>Touch a request to read the answer.</source>
        <translation>Touchez une demande pour lire la réponse.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Envoyée le</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Réponse pour le</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>Open the tenant's file</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>Demandes en cours</translation>
    </message>
    <message>
        <source>Nothing to answer</source>
        <translation>Rien à traiter</translation>
    </message>
    <message>
        <source>New requests appear here by themselves.</source>
        <translation>Les nouvelles demandes arrivent ici toutes seules.</translation>
    </message>
    <message>
        <source>Reading the requests…</source>
        <translation>Lecture des demandes…</translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>%n à traiter</numerusform>
            <numerusform>%n à traiter</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody has closed this request meanwhile.</source>
        <translation>Quelqu’un a terminé cette demande entre-temps.</translation>
    </message>
    <message>
        <source>Your answer was not sent. Read what was said first.</source>
        <translation>Votre réponse n’a pas été envoyée. Lisez d’abord ce qui a été dit.</translation>
    </message>
    <message>
        <source>Answered and closed.</source>
        <translation>Réponse envoyée, demande terminée.</translation>
    </message>
    <message>
        <source>Your answer is sent.</source>
        <translation>Votre réponse est envoyée.</translation>
    </message>
    <message>
        <source>The tenant reads it at the kiosk.</source>
        <translation>Le locataire la lira à la borne.</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Yes, I want to pay this in advance</source>
        <translation>Oui, je veux payer cette somme d’avance</translation>
    </message>
    <message>
        <source>This is {amount} more than you owe.</source>
        <translation>C’est {amount} de plus que ce que vous devez.</translation>
    </message>
    <message>
        <source>The landlord keeps it for your next rents. Is that what you want?</source>
        <translation>Cette somme servira à vos prochains loyers. C’est bien ce que vous voulez ?</translation>
    </message>
    <message>
        <source>This kiosk has no card terminal. Please pay at the desk.</source>
        <translation>Cette borne n’a pas de lecteur de carte. Payez au guichet, s’il vous plaît.</translation>
    </message>
    <message>
        <source>This pays</source>
        <translation>Ce paiement règle</translation>
    </message>
    <message>
        <source>Rent for {month}</source>
        <translation>Loyer pour {month}</translation>
    </message>
    <message>
        <source>Paid in advance</source>
        <translation>Payé d’avance</translation>
    </message>
    <message>
        <source>After that you still owe</source>
        <translation>Après, vous devrez encore</translation>
    </message>
    <message>
        <source>After that you owe nothing</source>
        <translation>Après, vous ne devrez plus rien</translation>
    </message>
    <message>
        <source>After that you have paid in advance</source>
        <translation>Après, vous aurez d’avance</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Find a tenant</source>
        <translation>Trouver un locataire</translation>
    </message>
    <message>
        <source>Name, contract number, telephone or address</source>
        <translation>Nom, n° de contrat, téléphone ou adresse</translation>
    </message>
    <message>
        <source>A few letters are enough. Arrows to choose, Enter to open, Esc to start again.</source>
        <translation>Quelques lettres suffisent. Flèches pour choisir, Entrée pour ouvrir, Échap pour recommencer.</translation>
    </message>
    <message>
        <source>Leases found</source>
        <translation>Contrats trouvés</translation>
    </message>
    <message>
        <source>Who is in front of you?</source>
        <translation>Qui est devant vous ?</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Check the spelling, or try the contract number, the telephone or the street.</source>
        <translation>Vérifiez l’orthographe, ou essayez le n° de contrat, le téléphone ou la rue.</translation>
    </message>
    <message>
        <source>The agency's files are arriving…</source>
        <translation>Réception des dossiers de l’agence…</translation>
    </message>
    <message>
        <source>The search opens as soon as they are all here.</source>
        <translation>La recherche s’ouvre dès qu’ils sont tous là.</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Derniers dossiers ouverts</translation>
    </message>
    <message numerus="yes">
        <source>The first %n; one more word finds the person faster</source>
        <translation>
            <numerusform>Le premier (%n) : ajoutez un mot pour trouver plus vite</numerusform>
            <numerusform>Les %n premiers : ajoutez un mot pour trouver plus vite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lease(s)</source>
        <translation>
            <numerusform>%n contrat</numerusform>
            <numerusform>%n contrats</numerusform>
        </translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
</context>
<context>
    <name>SentStep</name>
    <message>
        <source>The agency answers by {day} at the latest.</source>
        <translation>L’agence vous répond au plus tard le {day}.</translation>
    </message>
    <message>
        <source>You will find the answer here, under “My requests”.</source>
        <translation>Vous trouverez la réponse ici, dans « Mes demandes ».</translation>
    </message>
    <message>
        <source>The kiosk has no network at the moment: it sends your request as soon as it can.</source>
        <translation>La borne n’a pas de réseau pour le moment : elle enverra votre demande dès que possible.</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>The agency's files are being fetched.</source>
        <translation>Les dossiers de l’agence arrivent.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Code à usage unique</translation>
    </message>
    <message>
        <source>The six figures your telephone shows at this moment</source>
        <translation>Les six chiffres affichés en ce moment sur votre téléphone</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Autre personne</translation>
    </message>
    <message>
        <source>Counter locked</source>
        <translation>Guichet verrouillé</translation>
    </message>
    <message>
        <source>Sign in to the counter</source>
        <translation>Connexion au guichet</translation>
    </message>
    <message>
        <source>{name}, your work is as you left it.</source>
        <translation>{name}, votre travail est comme vous l’avez laissé.</translation>
    </message>
    <message>
        <source>With your password and the code of your telephone.</source>
        <translation>Avec votre mot de passe et le code de votre téléphone.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Central does not admit this station any more.</source>
        <translation>Le serveur central n’admet plus ce poste.</translation>
    </message>
    <message>
        <source>What was done here is handed in. Call the support.</source>
        <translation>Ce qui a été fait ici est transmis. Appelez l’assistance.</translation>
    </message>
    <message>
        <source>What was done here is not handed in yet: leave it on, and call the support.</source>
        <translation>Ce qui a été fait ici n’est pas encore transmis : laissez ce poste allumé et appelez l’assistance.</translation>
    </message>
    <message>
        <source>The agency's files are arriving…</source>
        <translation>Réception des dossiers de l’agence…</translation>
    </message>
    <message>
        <source>The agency's files are awaited.</source>
        <translation>Les dossiers de l’agence sont attendus.</translation>
    </message>
    <message>
        <source>This login is blocked for now, after too many wrong tries.</source>
        <translation>Cet identifiant est bloqué pour le moment, après trop d’erreurs.</translation>
    </message>
    <message numerus="yes">
        <source>The manager or an administrator opens it again at once; otherwise it opens in %n minute(s).</source>
        <translation>
            <numerusform>Le responsable ou un administrateur peut le débloquer tout de suite ; sinon il se débloque dans %n minute.</numerusform>
            <numerusform>Le responsable ou un administrateur peut le débloquer tout de suite ; sinon il se débloque dans %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This station's clock is %n minute(s) fast: the right code fails too. Call the support.</source>
        <translation>
            <numerusform>L’horloge de ce poste avance de %n minute : même le bon code est refusé. Appelez l’assistance.</numerusform>
            <numerusform>L’horloge de ce poste avance de %n minutes : même le bon code est refusé. Appelez l’assistance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This station's clock is %n minute(s) slow: the right code fails too. Call the support.</source>
        <translation>
            <numerusform>L’horloge de ce poste retarde de %n minute : même le bon code est refusé. Appelez l’assistance.</numerusform>
            <numerusform>L’horloge de ce poste retarde de %n minutes : même le bon code est refusé. Appelez l’assistance.</numerusform>
        </translation>
    </message>
    <message>
        <source>The counter opens as soon as they are all here.</source>
        <translation>Le guichet s’ouvre dès qu’ils sont tous là.</translation>
    </message>
    <message>
        <source>The counter opens once they are here. If this lasts, have the network checked.</source>
        <translation>Le guichet s’ouvre dès qu’ils sont là. Si cela dure, faites vérifier le réseau.</translation>
    </message>
    <message>
        <source>This station's disk is full: no money can be taken until there is room.</source>
        <translation>Le disque de ce poste est plein : aucun encaissement n’est possible tant qu’il n’y a pas de place.</translation>
    </message>
    <message>
        <source>Call the support.</source>
        <translation>Appelez l’assistance.</translation>
    </message>
    <message>
        <source>Login, password and code are all needed.</source>
        <translation>Il faut l’identifiant, le mot de passe et le code.</translation>
    </message>
    <message>
        <source>Central has not answered for too long: nobody can sign in here.</source>
        <translation>Le serveur central ne répond plus depuis trop longtemps : personne ne peut se connecter ici.</translation>
    </message>
    <message>
        <source>What was done here is kept. Have the network repaired, or call the support.</source>
        <translation>Ce qui a été fait ici est gardé. Faites rétablir le réseau, ou appelez l’assistance.</translation>
    </message>
    <message>
        <source>Too many wrong tries.</source>
        <translation>Trop d’erreurs.</translation>
    </message>
    <message>
        <source>Login, password or code is wrong.</source>
        <translation>L’identifiant, le mot de passe ou le code est faux.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Réessayez dans %n seconde.</numerusform>
            <numerusform>Réessayez dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>A code opens once only: if you have just used it, wait for the next one.</source>
        <translation>Un code ne sert qu’une fois : si vous venez de l’utiliser, attendez le suivant.</translation>
    </message>
    <message>
        <source>Contract number</source>
        <translation>N° de contrat</translation>
    </message>
    <message>
        <source>11 digits, on your letter and your rent notices</source>
        <translation>11 chiffres, sur votre courrier et vos avis d’échéance</translation>
    </message>
    <message>
        <source>The one you chose when you activated your account</source>
        <translation>Celui que vous avez choisi en activant votre compte</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Pas encore de compte</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Type your contract number.</source>
        <translation>Tapez votre numéro de contrat.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Tapez votre mot de passe.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Too many wrong tries: for your safety, the password alone is not enough for now.</source>
        <translation>Trop d’essais : pour votre sécurité, le mot de passe seul ne suffit plus pour le moment.</translation>
    </message>
    <message>
        <source>Number and password do not go together.</source>
        <translation>Le numéro et le mot de passe ne vont pas ensemble.</translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>Vous pourrez réessayer dans %n seconde.</numerusform>
            <numerusform>Vous pourrez réessayer dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check both and try again. Forgotten? The desk can help, with a proof of identity.</source>
        <translation>Vérifiez les deux et réessayez. Oublié ? Le guichet peut vous aider, avec une pièce d’identité.</translation>
    </message>
    <message>
        <source>Your contract number is on your letter and on your rent notices.</source>
        <translation>Votre numéro de contrat est sur votre courrier et sur vos avis d’échéance.</translation>
    </message>
</context>
<context>
    <name>StandingLines</name>
    <message>
        <source>Call the support.</source>
        <translation>Appelez l’assistance.</translation>
    </message>
    <message>
        <source>Central does not admit this station any more.</source>
        <translation>Le serveur central n’admet plus ce poste.</translation>
    </message>
    <message>
        <source>This station's record cannot be read: restart the station.</source>
        <translation>Le registre de ce poste ne peut plus être lu : redémarrez le poste.</translation>
    </message>
    <message>
        <source>This station's disk is full: no money can be taken until there is room.</source>
        <translation>Le disque de ce poste est plein : aucun encaissement n’est possible tant qu’il n’y a pas de place.</translation>
    </message>
    <message numerus="yes">
        <source>This station's clock is %n minute(s) fast.</source>
        <translation>
            <numerusform>L’horloge de ce poste avance de %n minute.</numerusform>
            <numerusform>L’horloge de ce poste avance de %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This station's clock is %n minute(s) slow.</source>
        <translation>
            <numerusform>L’horloge de ce poste retarde de %n minute.</numerusform>
            <numerusform>L’horloge de ce poste retarde de %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Central did not take %n photo(s): ask the tenant for them again.</source>
        <translation>
            <numerusform>Le serveur central a refusé %n photo : redemandez-la au locataire.</numerusform>
            <numerusform>Le serveur central a refusé %n photos : redemandez-les au locataire.</numerusform>
        </translation>
    </message>
    <message>
        <source>This station's record was damaged; everything in it could be saved.</source>
        <translation>Le journal de ce poste était abîmé ; tout son contenu a pu être sauvé.</translation>
    </message>
    <message>
        <source>This station's record was gone: what central had not received yet may be lost.</source>
        <translation>Le registre de ce poste avait disparu : ce que le serveur central n’avait pas encore reçu est peut-être perdu.</translation>
    </message>
    <message>
        <source>Keep the copies of the receipts. Call the support before the till is counted.</source>
        <translation>Gardez les doubles des reçus. Appelez l’assistance avant de compter la caisse.</translation>
    </message>
    <message numerus="yes">
        <source>This station's record was damaged: %n action(s) could not be read.</source>
        <translation>
            <numerusform>Le journal de ce poste est abîmé : %n opération est illisible.</numerusform>
            <numerusform>Le journal de ce poste est abîmé : %n opérations sont illisibles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Central has {known} of them. Call the support before the till is counted.</source>
        <translation>Le serveur central en détient {known}. Appelez l’assistance avant de compter la caisse.</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) kept here, not confirmed yet.</source>
        <translation>
            <numerusform>%n opération gardée ici, pas encore confirmée.</numerusform>
            <numerusform>%n opérations gardées ici, pas encore confirmées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything done here has arrived.</source>
        <translation>Tout ce qui a été fait ici est arrivé.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) on their way.</source>
        <translation>
            <numerusform>%n photo en cours d’envoi.</numerusform>
            <numerusform>%n photos en cours d’envoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>The agency's files are being fetched: {share} %.</source>
        <translation>Les dossiers de l’agence arrivent : {share} %.</translation>
    </message>
    <message>
        <source>The files here are as central's were {when}.</source>
        <translation>Dossiers mis à jour depuis le serveur central : {when}.</translation>
    </message>
    <message>
        <source>Central can be reached.</source>
        <translation>Le serveur central répond.</translation>
    </message>
    <message>
        <source>Central cannot be reached.</source>
        <translation>Le serveur central ne répond pas.</translation>
    </message>
    <message>
        <source>Central has not answered since {when}.</source>
        <translation>Le serveur central ne répond plus. Dernier échange : {when}.</translation>
    </message>
    <message>
        <source>All work goes on here; only the activation of an account at the kiosk waits.</source>
        <translation>Tout le travail continue ici ; seule l’activation d’un compte à la borne attend.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Connecting</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Update needed. What you do here is sent</source>
        <translation>Mise à jour nécessaire. Vos opérations sont transmises</translation>
    </message>
    <message>
        <source>This station is closed</source>
        <translation>Ce poste est fermé</translation>
    </message>
    <message>
        <source>Record unreadable: restart the station</source>
        <translation>Registre illisible : redémarrez le poste</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Hors service</translation>
    </message>
    <message>
        <source>Disk full: no payment can be taken</source>
        <translation>Disque plein : aucun encaissement possible</translation>
    </message>
    <message>
        <source>Fetching the files: {share} %</source>
        <translation>Réception des dossiers : {share} %</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Offline since {when}</source>
        <translation>Hors ligne, dernier échange : {when}</translation>
    </message>
    <message>
        <source>balances of {when}</source>
        <translation>soldes : {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) being sent</source>
        <translation>
            <numerusform>%n envoi en cours</numerusform>
            <numerusform>%n envois en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) kept here</source>
        <translation>
            <numerusform>%n envoi en attente</numerusform>
            <numerusform>%n envois en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {step} of {of}</source>
        <translation>Étape {step} sur {of}</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Your letter is being checked…</source>
        <translation>Vérification de vos réponses…</translation>
    </message>
    <message>
        <source>Contract number</source>
        <translation>N° de contrat</translation>
    </message>
    <message>
        <source>Activation code</source>
        <translation>Code d’activation</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Too many wrong tries: for your safety, the code alone is not enough for now.</source>
        <translation>Trop d’essais : pour votre sécurité, le code seul ne suffit plus pour le moment.</translation>
    </message>
    <message>
        <source>These answers do not go together. Compare each one with your letter.</source>
        <translation>Ces réponses ne vont pas ensemble. Comparez chacune avec votre courrier.</translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n second(s).</source>
        <translation>
            <numerusform>Vous pourrez réessayer dans %n seconde.</numerusform>
            <numerusform>Vous pourrez réessayer dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can correct them and try again. If another agency looks after your home, activate your account there.</source>
        <translation>Vous pouvez les corriger et réessayer. Si votre logement dépend d’une autre agence, activez votre compte là-bas.</translation>
    </message>
    <message>
        <source>This code is no longer valid.</source>
        <translation>Ce code n’est plus valable.</translation>
    </message>
    <message>
        <source>Ask for a new one at the desk, with a proof of identity: you get it at once.</source>
        <translation>Demandez-en un autre au guichet, avec une pièce d’identité : vous l’aurez tout de suite.</translation>
    </message>
    <message>
        <source>This account is already activated.</source>
        <translation>Ce compte est déjà activé.</translation>
    </message>
    <message>
        <source>Sign in with your password. If you forgot it, the desk can help.</source>
        <translation>Connectez-vous avec votre mot de passe. Si vous l’avez oublié, le guichet peut vous aider.</translation>
    </message>
    <message>
        <source>The activation was not possible.</source>
        <translation>L’activation n’a pas été possible.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please go to the desk and say: {code}</source>
        <translation>Rien n’a été changé. Allez au guichet et dites : {code}</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Correct: {what}</source>
        <translation>Corriger : {what}</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>A photo cannot be fetched now: it appears here when central is back.</source>
        <translation>Une photo n’est pas disponible : elle s’affichera quand le serveur central répondra.</translation>
    </message>
    <message>
        <source>Photo {place} of {count}</source>
        <translation>Photo {place} sur {count}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>The agency answers by {day} at the latest.</source>
        <translation>L’agence vous répond au plus tard le {day}.</translation>
    </message>
    <message numerus="yes">
        <source>With %n photo(s)</source>
        <translation>
            <numerusform>Avec %n photo</numerusform>
            <numerusform>Avec %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Text size</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Touch what you would like to do.</source>
        <translation>Touchez ce que vous voulez faire.</translation>
    </message>
    <message>
        <source>I already have an account</source>
        <translation>J’ai déjà un compte</translation>
    </message>
    <message>
        <source>First time here</source>
        <translation>Première visite</translation>
    </message>
    <message>
        <source>I activate my account with the letter I received. It takes five minutes.</source>
        <translation>J’active mon compte avec le courrier que j’ai reçu. Cela prend cinq minutes.</translation>
    </message>
    <message>
        <source>I see what I owe, I pay, I get my papers, I report a problem.</source>
        <translation>Je vois ce que je dois, je paie, j’imprime mes papiers, je signale un problème.</translation>
    </message>
    <message>
        <source>This kiosk is out of service.</source>
        <translation>Cette borne est hors service.</translation>
    </message>
    <message>
        <source>Please go to the desk: you can pay there, in cash too, and do everything else.</source>
        <translation>Allez au guichet : on peut y payer, en espèces aussi, et y faire tout le reste.</translation>
    </message>
    <message>
        <source>This kiosk is getting ready.</source>
        <translation>Cette borne se prépare.</translation>
    </message>
    <message>
        <source>Please go to the desk, or come back in a moment.</source>
        <translation>Allez au guichet, ou revenez dans un moment.</translation>
    </message>
    <message>
        <source>This kiosk is working without the network for the moment.</source>
        <translation>Cette borne est sans réseau pour le moment.</translation>
    </message>
    <message>
        <source>If you already have an account, you can see what you owe, pay, get a receipt and report a fault. Activating an account has to wait.</source>
        <translation>Si vous avez déjà un compte, vous pouvez voir ce que vous devez, payer, avoir un reçu et signaler un problème. Pour activer un compte, il faut attendre.</translation>
    </message>
    <message>
        <source>Someone can help you at the desk</source>
        <translation>Quelqu’un peut vous aider au guichet</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} à {last}</translation>
    </message>
    <message>
        <source>{opens} to {closes}</source>
        <translation>de {opens} à {closes}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>{hour}:00</source>
        <translation>{hour} h</translation>
    </message>
    <message>
        <source>{hour}:{minute}</source>
        <translation>{hour} h {minute}</translation>
    </message>
    <message>
        <source>Choose the letter if you come for the first time. Otherwise, sign in.</source>
        <translation>C’est votre première visite ? Prenez votre courrier et touchez « Première visite ». Sinon, touchez « J’ai déjà un compte ».</translation>
    </message>
</context>
<context>
    <name>account</name>
    <message>
        <source>paid</source>
        <translation>payé</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payé</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Reste à payer</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Opération</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
</context>
<context>
    <name>attention</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>{name} is locked out</source>
        <translation>{name}, accès bloqué</translation>
    </message>
    <message>
        <source>Payment in cash</source>
        <translation>Encaissement en espèces</translation>
    </message>
    <message>
        <source>Payment by cheque</source>
        <translation>Encaissement par chèque</translation>
    </message>
    <message>
        <source>Payment in cash or by cheque</source>
        <translation>Paiement en espèces ou par chèque</translation>
    </message>
    <message>
        <source>Card payment started</source>
        <translation>Paiement CB commencé</translation>
    </message>
    <message>
        <source>Answer of the card terminal</source>
        <translation>Réponse du lecteur CB</translation>
    </message>
    <message>
        <source>Card payment settled by staff</source>
        <translation>Paiement CB vérifié</translation>
    </message>
    <message>
        <source>New activation code</source>
        <translation>Nouveau code d’activation</translation>
    </message>
    <message>
        <source>Account activated</source>
        <translation>Compte activé</translation>
    </message>
    <message>
        <source>Account unlocked</source>
        <translation>Compte débloqué</translation>
    </message>
    <message>
        <source>Tenant's sign-in</source>
        <translation>Connexion d’un locataire</translation>
    </message>
    <message>
        <source>Staff sign-in</source>
        <translation>Connexion d’un agent</translation>
    </message>
    <message>
        <source>Colleague let in again</source>
        <translation>Accès redonné à un collègue</translation>
    </message>
    <message>
        <source>File opened</source>
        <translation>Dossier ouvert</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Answer to a request</source>
        <translation>Réponse à une demande</translation>
    </message>
    <message>
        <source>Warning settled</source>
        <translation>Avertissement traité</translation>
    </message>
    <message>
        <source>Night's import of the accounts</source>
        <translation>Import de nuit de la comptabilité</translation>
    </message>
    <message>
        <source>The station itself</source>
        <translation>Le poste lui-même</translation>
    </message>
    <message>
        <source>Together with other payments, the cash goes beyond the legal cap.</source>
        <translation>Avec d’autres paiements, les espèces dépassent le plafond légal.</translation>
    </message>
    <message>
        <source>It is more than what was owed by then.</source>
        <translation>C’est plus que ce qui restait dû à ce moment-là.</translation>
    </message>
    <message>
        <source>The balance had changed meanwhile.</source>
        <translation>Le solde avait changé entre-temps.</translation>
    </message>
    <message>
        <source>Central does not know this lease any more.</source>
        <translation>Le serveur central ne connaît plus ce contrat.</translation>
    </message>
    <message>
        <source>The lease has moved to another agency.</source>
        <translation>Le contrat est passé à une autre agence.</translation>
    </message>
    <message>
        <source>A card payment of the same lease was in doubt.</source>
        <translation>Un paiement par carte du même contrat était en cours de vérification.</translation>
    </message>
    <message>
        <source>The card payment had been settled already.</source>
        <translation>Le paiement par carte avait déjà été vérifié.</translation>
    </message>
    <message>
        <source>The terminal says something else than what was recorded.</source>
        <translation>Le lecteur de carte dit autre chose que ce qui a été enregistré.</translation>
    </message>
    <message>
        <source>The request had been closed meanwhile.</source>
        <translation>La demande avait été terminée entre-temps.</translation>
    </message>
    <message>
        <source>The one-time code had been used elsewhere.</source>
        <translation>Le code à usage unique avait servi ailleurs.</translation>
    </message>
    <message>
        <source>Central does not know this member of staff.</source>
        <translation>Le serveur central ne connaît pas cet agent.</translation>
    </message>
    <message>
        <source>The role of this member of staff does not allow it.</source>
        <translation>Le rôle de cet agent ne le permet pas.</translation>
    </message>
    <message>
        <source>This member of staff is of another agency.</source>
        <translation>Cet agent est d’une autre agence.</translation>
    </message>
    <message>
        <source>This lease has no activated account in this agency.</source>
        <translation>Ce bail n’a pas de compte activé dans cette agence.</translation>
    </message>
    <message>
        <source>Somebody else had settled this warning by then.</source>
        <translation>Quelqu’un d’autre avait déjà traité cet avertissement.</translation>
    </message>
    <message>
        <source>Nobody settles a warning about what they did themselves.</source>
        <translation>Personne ne traite un avertissement sur ce qu’il a fait lui-même.</translation>
    </message>
    <message>
        <source>Central did not take it as it is ({code}).</source>
        <translation>Le serveur central ne l’a pas accepté tel quel ({code}).</translation>
    </message>
    <message>
        <source>to be settled</source>
        <translation>à traiter</translation>
    </message>
    <message>
        <source>locked out</source>
        <translation>bloqué</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>done, with a remark</source>
        <translation>fait, à noter</translation>
    </message>
    <message>
        <source>being looked into</source>
        <translation>en cours d’examen</translation>
    </message>
    <message>
        <source>in contradiction</source>
        <translation>contradictoire</translation>
    </message>
    <message>
        <source>to be done again</source>
        <translation>à refaire</translation>
    </message>
    <message>
        <source>Too many wrong passwords or codes were typed with this login.</source>
        <translation>Trop de mots de passe ou de codes erronés ont été saisis avec cet identifiant.</translation>
    </message>
    <message>
        <source>It is kept safe on this station until central confirms it.</source>
        <translation>C’est gardé en sécurité sur ce poste jusqu’à la confirmation du serveur central.</translation>
    </message>
    <message>
        <source>This station is newer than central, which keeps it and does it once it is updated.</source>
        <translation>Le serveur central est plus ancien que ce poste : il garde cette opération et s’en chargera dès sa mise à jour.</translation>
    </message>
    <message>
        <source>Nobody decides alone about so much money: an administrator decides, too.</source>
        <translation>Personne ne décide seul d’une telle somme : un administrateur décide aussi.</translation>
    </message>
    <message>
        <source>The card terminal's authorisation is missing: an administrator decides.</source>
        <translation>L’autorisation du lecteur CB manque : un administrateur décide.</translation>
    </message>
    <message>
        <source>Another payment had this authorisation: an administrator decides.</source>
        <translation>Un autre paiement avait cette autorisation : un administrateur décide.</translation>
    </message>
    <message>
        <source>Central knows nothing of this card payment: an administrator decides.</source>
        <translation>Le serveur central ne sait rien de ce paiement par carte : un administrateur décide.</translation>
    </message>
    <message>
        <source>Central could not deal with it. It keeps it, and the support looks into it.</source>
        <translation>Le serveur central n’a pas pu le traiter. Il le garde, et l’assistance s’en occupe.</translation>
    </message>
    <message>
        <source>Central had confirmed it, was put back to an earlier day, and did not do it again.</source>
        <translation>Le serveur central l’avait confirmé, puis il a été rétabli à un jour antérieur : il n’a pas pu le refaire.</translation>
    </message>
    <message>
        <source>For the agency's manager: ask them whether it was they. If so, let them try again; if not, somebody is guessing: tell the administrator.</source>
        <translation>Pour le responsable d’agence : demandez à la personne si c’était bien elle. Si oui, redonnez-lui l’accès ; sinon, quelqu’un essaie de deviner : prévenez l’administrateur.</translation>
    </message>
    <message>
        <source>There is nothing to do: it goes by itself as soon as central answers.</source>
        <translation>Il n’y a rien à faire : l’envoi se fait tout seul dès que le serveur central répond.</translation>
    </message>
    <message>
        <source>Do not do it again: it is not lost. What came of it will be shown here.</source>
        <translation>Ne le refaites pas : rien n’est perdu. La suite s’affichera ici.</translation>
    </message>
    <message>
        <source>Look whether the payment is in the tenant's file. If not, the money is the tenant's.</source>
        <translation>Regardez si le paiement est dans le dossier du locataire. Sinon, l’argent est à rendre au locataire.</translation>
    </message>
    <message>
        <source>Give the tenant a new activation code: the account has to be activated again.</source>
        <translation>Donnez un nouveau code d’activation au locataire : son compte doit être activé de nouveau.</translation>
    </message>
    <message>
        <source>The code on the paper may not work: give the tenant another one.</source>
        <translation>Le code du papier ne marchera peut-être pas : donnez-en un autre au locataire.</translation>
    </message>
    <message>
        <source>Open the request and look whether it says what it should.</source>
        <translation>Ouvrez la demande et vérifiez ce qu’elle dit.</translation>
    </message>
    <message>
        <source>Do it again if it is still needed.</source>
        <translation>Recommencez si c’est encore utile.</translation>
    </message>
    <message>
        <source>in the name of {name}</source>
        <translation>au nom de {name}</translation>
    </message>
    <message>
        <source>tenant of contract {number}</source>
        <translation>locataire du contrat n° {number}</translation>
    </message>
    <message>
        <source>this station</source>
        <translation>ce poste</translation>
    </message>
</context>
<context>
    <name>charges</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Locataire</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
</context>
<context>
    <name>doubt</name>
    <message>
        <source>Your payment of {amount} is being checked: do not pay a second time.</source>
        <translation>Votre paiement de {amount} est en cours de vérification : ne payez pas une deuxième fois.</translation>
    </message>
    <message>
        <source>The answer of the terminal did not arrive. Keep this reference and show it at the desk.</source>
        <translation>La réponse du lecteur de carte n’est pas arrivée. Gardez cette référence et montrez-la au guichet.</translation>
    </message>
</context>
<context>
    <name>insurance</name>
    <message>
        <source>Type the day like this: 31/08/2027.</source>
        <translation>Écrivez la date ainsi : 31/08/2027.</translation>
    </message>
    <message>
        <source>There is no such day: look at the certificate again.</source>
        <translation>Ce jour n’existe pas : relisez l’attestation.</translation>
    </message>
    <message>
        <source>Type the name of the insurer.</source>
        <translation>Indiquez le nom de l’assureur.</translation>
    </message>
    <message>
        <source>Type the number of the policy: it is on the certificate.</source>
        <translation>Indiquez le numéro du contrat : il figure sur l’attestation.</translation>
    </message>
    <message>
        <source>This is too long: type what matters.</source>
        <translation>C’est trop long : notez l’essentiel.</translation>
    </message>
    <message>
        <source>Type the first day covered.</source>
        <translation>Indiquez le premier jour couvert.</translation>
    </message>
    <message>
        <source>Type the last day covered.</source>
        <translation>Indiquez le dernier jour couvert.</translation>
    </message>
    <message>
        <source>The last day comes before the first one.</source>
        <translation>Le dernier jour est avant le premier.</translation>
    </message>
    <message>
        <source>This certificate has ended: ask for the one of this year.</source>
        <translation>Cette attestation n’est plus valable : demandez celle de cette année.</translation>
    </message>
    <message>
        <source>More than two years: look at the dates on the certificate again.</source>
        <translation>Plus de deux ans : relisez les dates de l’attestation.</translation>
    </message>
    <message>
        <source>known until now: insured until {day}</source>
        <translation>connu jusqu’ici : assuré jusqu’au {day}</translation>
    </message>
    <message>
        <source>known until now: insurance ended on {day}</source>
        <translation>connu jusqu’ici : assurance terminée le {day}</translation>
    </message>
    <message>
        <source>known until now: no certificate</source>
        <translation>connu jusqu’ici : aucune attestation</translation>
    </message>
    <message>
        <source>Please bring your insurance certificate to the reception.</source>
        <translation>Apportez votre attestation d’assurance à l’accueil.</translation>
    </message>
    <message>
        <source>Home insurance: certificate valid until {day}</source>
        <translation>Assurance habitation : attestation valable jusqu’au {day}</translation>
    </message>
    <message>
        <source>Home insurance: your certificate ended on {day}</source>
        <translation>Assurance habitation : votre attestation a pris fin le {day}</translation>
    </message>
    <message>
        <source>Home insurance: we do not have your certificate yet</source>
        <translation>Assurance habitation : nous n’avons pas encore votre attestation</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Suppr</translation>
    </message>
</context>
<context>
    <name>lease</name>
    <message>
        <source>Owes</source>
        <translation>À payer</translation>
    </message>
    <message>
        <source>Paid in advance</source>
        <translation>Payé d’avance</translation>
    </message>
    <message>
        <source>Owes nothing</source>
        <translation>Rien à payer</translation>
    </message>
    <message>
        <source>A line of this account could not be read: the balance may be incomplete.</source>
        <translation>Une écriture n’a pas pu être lue : le solde est peut-être incomplet.</translation>
    </message>
    <message>
        <source>Terms to pay</source>
        <translation>Échéances à payer</translation>
    </message>
    <message>
        <source>Not confirmed by central yet</source>
        <translation>Pas encore confirmé par le serveur central</translation>
    </message>
    <message>
        <source>The landlord's accounts are old: of {when}</source>
        <translation>Comptes du bailleur anciens : {when}</translation>
    </message>
    <message>
        <source>Up to date: {when}</source>
        <translation>Mis à jour : {when}</translation>
    </message>
    <message>
        <source>Offline: as it was {when}</source>
        <translation>Hors ligne : mis à jour {when}</translation>
    </message>
    <message>
        <source>due since {day}</source>
        <translation>à payer depuis le {day}</translation>
    </message>
    <message>
        <source>due on {day}</source>
        <translation>à payer le {day}</translation>
    </message>
    <message>
        <source>Other terms ({count}): {amount}</source>
        <translation>Autres échéances ({count}) : {amount}</translation>
    </message>
    <message>
        <source>Birth date unknown · speaks {language}</source>
        <translation>Date de naissance inconnue · parle {language}</translation>
    </message>
    <message>
        <source>Born on {day} · speaks {language}</source>
        <translation>Naissance : {day} · langue : {language}</translation>
    </message>
    <message>
        <source>Birth name {name}</source>
        <translation>Nom de naissance : {name}</translation>
    </message>
    <message>
        <source>Lease since {day}</source>
        <translation>Contrat depuis le {day}</translation>
    </message>
    <message>
        <source>Left on {day}</source>
        <translation>Départ le {day}</translation>
    </message>
    <message>
        <source>Rent {rent} and charges {charges} a month</source>
        <translation>Loyer {rent} et charges {charges} par mois</translation>
    </message>
    <message>
        <source>Direct debit on day {day} of the month</source>
        <translation>Prélèvement le {day} du mois</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Quittance of {month}</source>
        <translation>Quittance {month}</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>Reçu n° {number}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Account active</source>
        <translation>Compte activé</translation>
    </message>
    <message>
        <source>Account locked after wrong tries</source>
        <translation>Compte bloqué après trop d’erreurs</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Pas encore de compte</translation>
    </message>
    <message>
        <source>Activation code valid until {day}</source>
        <translation>Code d’activation valable jusqu’au {day}</translation>
    </message>
    <message>
        <source>Activation code expired on {day}</source>
        <translation>Code d’activation expiré le {day}</translation>
    </message>
    <message>
        <source>Activation code used</source>
        <translation>Code d’activation utilisé</translation>
    </message>
    <message>
        <source>No activation code</source>
        <translation>Pas de code d’activation</translation>
    </message>
    <message>
        <source>Insured until {day}</source>
        <translation>Assurance jusqu’au {day}</translation>
    </message>
    <message>
        <source>Insured by {insurer} until {day}</source>
        <translation>Assurance {insurer} jusqu’au {day}</translation>
    </message>
    <message>
        <source>Insurance ended on {day}: ask for a certificate</source>
        <translation>Assurance expirée le {day} : demander l’attestation</translation>
    </message>
    <message>
        <source>No insurance certificate: ask for one</source>
        <translation>Pas d’attestation d’assurance : la demander</translation>
    </message>
    <message>
        <source>nothing paid yet</source>
        <translation>pas encore payé</translation>
    </message>
    <message>
        <source>paid in part</source>
        <translation>payé en partie</translation>
    </message>
    <message>
        <source>no rent asked</source>
        <translation>pas de loyer demandé</translation>
    </message>
    <message>
        <source>a line could not be read</source>
        <translation>une écriture n’a pas pu être lue</translation>
    </message>
    <message>
        <source>payment to be confirmed</source>
        <translation>paiement à confirmer</translation>
    </message>
    <message>
        <source>cheque not cleared yet</source>
        <translation>chèque pas encore encaissé</translation>
    </message>
    <message>
        <source>housing benefit expected</source>
        <translation>aide au logement attendue</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>Nothing is paid of it yet.</source>
        <translation>Ce mois n’est pas encore payé.</translation>
    </message>
    <message>
        <source>It is paid in part: the receipts of its payments can be printed.</source>
        <translation>Ce mois est payé en partie : vous pouvez imprimer les reçus des paiements.</translation>
    </message>
    <message>
        <source>No rent was asked for this month: there is nothing to give a receipt for.</source>
        <translation>Aucun loyer n’a été demandé pour ce mois : il n’y a pas de quittance à donner.</translation>
    </message>
    <message>
        <source>A line of this account could not be read last night: the next good night puts it right. The receipts of its payments can be printed.</source>
        <translation>Une écriture de ce compte n’a pas pu être lue cette nuit : la prochaine nuit sans erreur y remédiera. Les reçus des paiements peuvent être imprimés.</translation>
    </message>
    <message>
        <source>The agency's manager must first confirm a payment of this month, under To check.</source>
        <translation>Le responsable d’agence doit d’abord confirmer un paiement de ce mois, dans À revoir.</translation>
    </message>
    <message>
        <source>It was paid by a cheque that is not cleared yet.</source>
        <translation>Ce mois a été payé par un chèque pas encore encaissé.</translation>
    </message>
    <message>
        <source>The housing benefit of this month has not come in yet.</source>
        <translation>L’aide au logement (APL) de ce mois n’est pas encore arrivée.</translation>
    </message>
    <message>
        <source>It is not wholly paid yet.</source>
        <translation>Ce mois n’est pas encore entièrement payé.</translation>
    </message>
</context>
<context>
    <name>means</name>
    <message>
        <source>Cash</source>
        <translation>Espèces</translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation>Chèque</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Another means</source>
        <translation>Autre moyen</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Hello</source>
        <translation>Bonjour</translation>
    </message>
    <message>
        <source>Hello Mrs {name}</source>
        <translation>Bonjour Madame {name}</translation>
    </message>
    <message>
        <source>Hello Mr {name}</source>
        <translation>Bonjour Monsieur {name}</translation>
    </message>
    <message>
        <source>Hello {name}</source>
        <translation>Bonjour {name}</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>{paper}: printing…</source>
        <translation>{paper} : impression en cours…</translation>
    </message>
    <message>
        <source>{paper}: printed.</source>
        <translation>{paper} : impression terminée.</translation>
    </message>
    <message>
        <source>{paper}: nobody knows whether it came out.</source>
        <translation>{paper} : on ne sait pas si le papier est sorti.</translation>
    </message>
    <message>
        <source>{paper}: kept as a file.</source>
        <translation>{paper} : gardé dans un fichier.</translation>
    </message>
    <message>
        <source>{paper}: this counter has no printer.</source>
        <translation>{paper} : ce guichet n’a pas d’imprimante.</translation>
    </message>
    <message>
        <source>It can be printed at another counter at any time.</source>
        <translation>Un autre guichet peut l’imprimer à tout moment.</translation>
    </message>
    <message>
        <source>Demonstration: this station has no printer, so nothing comes out.</source>
        <translation>Démonstration : ce poste n’a pas d’imprimante, rien ne sort.</translation>
    </message>
    <message>
        <source>Look at the printer. If nothing is there, print it again: the new one says DUPLICATA.</source>
        <translation>Regardez à l’imprimante. S’il n’y a rien, imprimez à nouveau : le nouveau portera la mention DUPLICATA.</translation>
    </message>
    <message>
        <source>Is there paper, and is the printer switched on? Then print again.</source>
        <translation>Vérifiez qu’il y a du papier et que l’imprimante est allumée, puis réimprimez.</translation>
    </message>
    <message>
        <source>The disk is full. What was recorded is safe. Call the support.</source>
        <translation>Le disque est plein. Ce qui est enregistré est en sécurité. Appelez l’assistance.</translation>
    </message>
    <message>
        <source>What was recorded is safe. Check the printer, then print again.</source>
        <translation>Ce qui est enregistré est en sécurité. Vérifiez l’imprimante, puis réimprimez.</translation>
    </message>
    <message>
        <source>{paper}: nothing came out of the printer.</source>
        <translation>{paper} : rien n’est sorti de l’imprimante.</translation>
    </message>
    <message>
        <source>{paper}: this cannot be printed.</source>
        <translation>{paper} : impression impossible.</translation>
    </message>
    <message>
        <source>What was recorded is safe. Give the support this word: {code}</source>
        <translation>Ce qui est enregistré est en sécurité. Donnez ce mot à l’assistance : {code}</translation>
    </message>
</context>
<context>
    <name>payments</name>
    <message>
        <source>The amount must be above zero.</source>
        <translation>Le montant doit être supérieur à zéro.</translation>
    </message>
    <message>
        <source>This is not an amount. Write it like 123,45.</source>
        <translation>Ce n’est pas un montant. Écrivez-le comme 123,45.</translation>
    </message>
    <message>
        <source>Cents have two figures. Write it like 123,45.</source>
        <translation>Les centimes ont deux chiffres. Écrivez-le comme 123,45.</translation>
    </message>
    <message>
        <source>More than 100,000 euros: check the figures.</source>
        <translation>Plus de 100 000 euros : vérifiez les chiffres.</translation>
    </message>
    <message>
        <source>This amount cannot be read. Write it like 123,45.</source>
        <translation>Ce montant est illisible. Écrivez-le comme 123,45.</translation>
    </message>
    <message>
        <source>Too much cash: the law allows {amount} more for these terms.</source>
        <translation>Trop d’espèces : la loi permet encore {amount} pour ces échéances.</translation>
    </message>
    <message>
        <source>No money was taken. Take up to that in cash, and the rest by cheque or card.</source>
        <translation>Rien n’a été encaissé. Prenez au plus cette somme en espèces, et le reste par chèque ou par carte.</translation>
    </message>
    <message>
        <source>The account has just changed: somebody paid or a line came in.</source>
        <translation>Le compte vient de changer : quelqu’un a payé ou une opération est arrivée.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Check the new balance below, then confirm again.</source>
        <translation>Rien n’a été enregistré. Vérifiez le nouveau solde ci-dessous, puis confirmez à nouveau.</translation>
    </message>
    <message>
        <source>Nobody knows whether this payment was recorded.</source>
        <translation>On ne sait pas si ce paiement a été enregistré.</translation>
    </message>
    <message>
        <source>Look at the payments in the tenant's file before you do it again.</source>
        <translation>Regardez les paiements dans le dossier du locataire avant de recommencer.</translation>
    </message>
    <message>
        <source>The tenant gave less than the amount.</source>
        <translation>Le locataire a donné moins que le montant.</translation>
    </message>
    <message>
        <source>Nothing was recorded. Lower the amount or ask for the rest.</source>
        <translation>Rien n’a été enregistré. Baissez le montant ou demandez le reste.</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>arabe</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>polonais</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugais</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italien</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>turc</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <source>Mrs</source>
        <translation>Mme</translation>
    </message>
    <message>
        <source>Mr</source>
        <translation>M.</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Your paper is being printed…</source>
        <translation>Impression de votre papier…</translation>
    </message>
    <message>
        <source>Your paper is printed: do not forget it.</source>
        <translation>Votre papier est imprimé : ne l’oubliez pas.</translation>
    </message>
    <message>
        <source>Demonstration: your paper was kept as a file.</source>
        <translation>Démonstration : votre papier est gardé dans un fichier.</translation>
    </message>
    <message>
        <source>This kiosk has no printer: nothing comes out.</source>
        <translation>Cette borne n’a pas d’imprimante : rien ne sort.</translation>
    </message>
    <message>
        <source>We do not know whether your paper came out.</source>
        <translation>Nous ne savons pas si votre papier est sorti.</translation>
    </message>
    <message>
        <source>Look in the tray. If it is not there, print it once more: the new one says DUPLICATA.</source>
        <translation>Regardez dans le bac. S’il n’y est pas, imprimez-le encore une fois : le nouveau portera la mention DUPLICATA.</translation>
    </message>
    <message>
        <source>The printer did not print your paper.</source>
        <translation>L’imprimante n’a pas imprimé votre papier.</translation>
    </message>
    <message>
        <source>Nothing is lost: print it again later, or ask at the desk.</source>
        <translation>Rien n’est perdu : réimprimez-le plus tard, ou demandez au guichet.</translation>
    </message>
    <message>
        <source>This kiosk has no printer.</source>
        <translation>Cette borne n’a pas d’imprimante.</translation>
    </message>
    <message>
        <source>At the desk your papers are printed for you, free of charge.</source>
        <translation>Au guichet, on imprime vos documents gratuitement.</translation>
    </message>
</context>
<context>
    <name>requests</name>
    <message>
        <source>Water and plumbing</source>
        <translation>Eau et plomberie</translation>
    </message>
    <message>
        <source>Heating and hot water</source>
        <translation>Chauffage et eau chaude</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>Électricité</translation>
    </message>
    <message>
        <source>Doors and windows</source>
        <translation>Portes et fenêtres</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Ascenseur</translation>
    </message>
    <message>
        <source>Common areas</source>
        <translation>Parties communes</translation>
    </message>
    <message>
        <source>Pests</source>
        <translation>Nuisibles</translation>
    </message>
    <message>
        <source>Noise and nuisance</source>
        <translation>Bruit et voisinage</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondue</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Reported by the tenant</source>
        <translation>Signalée par le locataire</translation>
    </message>
    <message>
        <source>Recorded by the agency</source>
        <translation>Enregistrée par l’agence</translation>
    </message>
    <message>
        <source>Closed by the agency</source>
        <translation>Terminée par l’agence</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>Rouverte</translation>
    </message>
    <message>
        <source>The tenant wrote</source>
        <translation>Le locataire a écrit</translation>
    </message>
    <message>
        <source>The agency answered</source>
        <translation>L’agence a répondu</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>late</source>
        <translation>en retard</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Locataire</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Pour le</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>répondue</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrat</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Solde</translation>
    </message>
    <message>
        <source>owes {amount}</source>
        <translation>{amount} à payer</translation>
    </message>
    <message>
        <source>{amount} ahead</source>
        <translation>{amount} d’avance</translation>
    </message>
    <message>
        <source>nothing owed</source>
        <translation>rien à payer</translation>
    </message>
    <message>
        <source>{address} (left on {day})</source>
        <translation>{address} (départ le {day})</translation>
    </message>
</context>
<context>
    <name>troubles</name>
    <message>
        <source>This was not possible. Nothing was done and no money moved.</source>
        <translation>Cela n’a pas été possible. Rien n’a été fait et aucun argent n’a bougé.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, give the support this word: {code}</source>
        <translation>Réessayez. Si cela recommence, donnez ce mot à l’assistance : {code}</translation>
    </message>
    <message>
        <source>Central cannot be reached for the moment.</source>
        <translation>Le serveur central ne répond pas pour le moment.</translation>
    </message>
    <message>
        <source>You can go on: what you do is kept here and sent as soon as it is back.</source>
        <translation>Vous pouvez continuer : ce que vous faites est gardé ici et sera envoyé dès son retour.</translation>
    </message>
    <message>
        <source>This computer's disk is full: nothing was recorded.</source>
        <translation>Le disque de ce poste est plein : rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>Do not take any money, and hand back what you were given. Call the support.</source>
        <translation>N’encaissez rien, et rendez ce qu’on vous a remis. Appelez l’assistance.</translation>
    </message>
    <message>
        <source>This station's record cannot be read any more: nothing is recorded.</source>
        <translation>Le registre de ce poste ne peut plus être lu : rien n’est enregistré.</translation>
    </message>
    <message>
        <source>Take no money. Leave (Ctrl Q): the station restarts by itself with all that was recorded before. If this comes again, call the support.</source>
        <translation>N’encaissez rien. Quittez (Ctrl Q) : le poste redémarre seul avec tout ce qui était déjà enregistré. Si cela revient, appelez l’assistance.</translation>
    </message>
    <message>
        <source>Central does not admit this station any more: nothing was recorded.</source>
        <translation>Le serveur central n’admet plus ce poste : rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>Too many photos wait to be sent: this one was not kept.</source>
        <translation>Trop de photos attendent d’être envoyées : celle-ci n’a pas été gardée.</translation>
    </message>
    <message>
        <source>Try again once central answers. Nothing else is concerned.</source>
        <translation>Réessayez quand le serveur central répondra. Rien d’autre n’est concerné.</translation>
    </message>
    <message>
        <source>Something typed here cannot be kept: too long, or with a sign that has no place.</source>
        <translation>Une saisie ne peut pas être conservée : trop longue, ou avec un signe interdit.</translation>
    </message>
    <message>
        <source>Nothing was recorded: take no money yet. Type it again by hand, without pasting.</source>
        <translation>Rien n’a été enregistré : n’encaissez pas encore. Ressaisissez-la au clavier, sans coller.</translation>
    </message>
    <message>
        <source>This lease is no longer in this agency's files.</source>
        <translation>Ce contrat n’est plus dans les dossiers de cette agence.</translation>
    </message>
    <message>
        <source>Nothing was done and no money moved. Search for the person again.</source>
        <translation>Rien n’a été fait et aucun argent n’a bougé. Recherchez à nouveau la personne.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Votre rôle ne le permet pas.</translation>
    </message>
    <message>
        <source>Nothing was done. Ask the agency's manager.</source>
        <translation>Rien n’a été fait. Demandez au responsable d’agence.</translation>
    </message>
    <message>
        <source>The kiosk cannot reach the network for the moment.</source>
        <translation>La borne n’a pas de réseau pour le moment.</translation>
    </message>
    <message>
        <source>Nothing you typed is lost. Try again in a moment, or go to the desk.</source>
        <translation>Ce que vous avez tapé n’est pas perdu. Réessayez dans un moment, ou allez au guichet.</translation>
    </message>
    <message>
        <source>The kiosk cannot keep anything more.</source>
        <translation>La borne ne peut plus rien enregistrer.</translation>
    </message>
    <message>
        <source>Nothing was done and no money moved. Please tell someone at the desk.</source>
        <translation>Rien n’a été fait et aucun argent n’a bougé. Prévenez le guichet, s’il vous plaît.</translation>
    </message>
    <message>
        <source>What you wrote cannot be kept: it is too long, or a sign in it has no place.</source>
        <translation>Votre texte ne peut pas être conservé : il est trop long, ou contient un signe interdit.</translation>
    </message>
    <message>
        <source>Nothing was done and no money moved. Write it again, with fewer words.</source>
        <translation>Rien n’a été fait et aucun argent n’a bougé. Réécrivez-le avec moins de mots.</translation>
    </message>
    <message>
        <source>The kiosk cannot keep anything for the moment: it has to start again.</source>
        <translation>La borne ne peut rien enregistrer pour le moment : elle doit redémarrer.</translation>
    </message>
    <message>
        <source>This kiosk is out of service.</source>
        <translation>Cette borne est hors service.</translation>
    </message>
    <message>
        <source>Nothing was done and no money moved. Please go to the desk.</source>
        <translation>Rien n’a été fait et rien n’a été débité. Allez au guichet.</translation>
    </message>
    <message>
        <source>The printer is not answering.</source>
        <translation>L’imprimante ne répond pas.</translation>
    </message>
    <message>
        <source>Your paper is kept: print it again later, or ask at the desk.</source>
        <translation>Votre papier est gardé : imprimez-le plus tard, ou demandez au guichet.</translation>
    </message>
    <message>
        <source>A part of the kiosk is not answering.</source>
        <translation>Une partie de la borne ne répond pas.</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again, or ask at the desk.</source>
        <translation>Rien n’est perdu. Réessayez, ou demandez au guichet.</translation>
    </message>
    <message>
        <source>This was not possible.</source>
        <translation>Cela n’a pas été possible.</translation>
    </message>
    <message>
        <source>Nothing was done. Please ask at the desk and say: {code}</source>
        <translation>Rien n’a été fait. Allez au guichet et dites : {code}</translation>
    </message>
</context>
<context>
    <name>warnings</name>
    <message>
        <source>It was recorded in the name of somebody who may not do this.</source>
        <translation>C’est enregistré au nom de quelqu’un qui n’a pas le droit de le faire.</translation>
    </message>
    <message>
        <source>Nobody of this name works here, or did by then.</source>
        <translation>Personne de ce nom ne travaille ici, ou n’y travaillait à ce moment-là.</translation>
    </message>
    <message>
        <source>This member of staff is of another agency.</source>
        <translation>Cet agent est d’une autre agence.</translation>
    </message>
    <message>
        <source>The role of this member of staff does not allow it.</source>
        <translation>Le rôle de cet agent ne le permet pas.</translation>
    </message>
    <message>
        <source>This lease has no activated account in this agency.</source>
        <translation>Ce contrat n’a pas d’espace activé dans cette agence.</translation>
    </message>
    <message>
        <source>Together with the other payments of this debt, the cash goes beyond the legal cap.</source>
        <translation>Avec les autres paiements de cette dette, les espèces dépassent le plafond légal.</translation>
    </message>
    <message>
        <source>A line of this account could not be read last night: its balance may be incomplete.</source>
        <translation>Une écriture de ce compte n’a pas pu être lue cette nuit : son solde est peut-être incomplet.</translation>
    </message>
    <message>
        <source>Central does not know this lease: no account shows it.</source>
        <translation>Le serveur central ne connaît pas ce contrat : aucun compte ne le montre.</translation>
    </message>
    <message>
        <source>Another card payment of the same lease was in doubt: the tenant may have paid twice.</source>
        <translation>Un autre paiement par carte du même contrat était en suspens : le locataire a peut-être payé deux fois.</translation>
    </message>
    <message>
        <source>Somebody had already said otherwise what became of this card payment.</source>
        <translation>Quelqu’un avait déjà dit autre chose de ce paiement par carte.</translation>
    </message>
    <message>
        <source>The terminal says something else than what was recorded.</source>
        <translation>Le lecteur CB dit autre chose que ce qui est enregistré.</translation>
    </message>
    <message>
        <source>The card terminal's authorisation is missing: nothing proves that the card paid.</source>
        <translation>L’autorisation du lecteur CB manque : rien ne prouve que la carte a payé.</translation>
    </message>
    <message>
        <source>The one-time code of this member of staff had been used before: by somebody else?</source>
        <translation>Le code à usage unique de cet agent avait déjà servi : à quelqu’un d’autre ?</translation>
    </message>
    <message>
        <source>This station goes on as a second one: its record was put back, or its disk was copied. Both may have printed receipts of one number; from now on its numbers have nine digits.</source>
        <translation>Ce poste continue comme un second : son registre a été remis en place, ou son disque copié. Les deux ont pu imprimer des reçus de même numéro ; désormais les siens ont neuf chiffres.</translation>
    </message>
    <message>
        <source>This station's clock is minutes off: codes of telephones fail there, its papers tell a wrong time.</source>
        <translation>L’horloge de ce poste est fausse de plusieurs minutes : les codes des téléphones y échouent, et ses papiers portent une heure fausse.</translation>
    </message>
    <message>
        <source>This station wants far more of central than stations ever do.</source>
        <translation>Ce poste en demande bien plus au serveur central qu’un poste n’en a jamais besoin.</translation>
    </message>
    <message>
        <source>A rule stands against it ({code}).</source>
        <translation>Une règle s’y oppose ({code}).</translation>
    </message>
    <message>
        <source>For the agency's manager: ask the tenant how it came about, and write it down. The payment and its receipt stand.</source>
        <translation>Pour le responsable d’agence : demandez au locataire comment c’est arrivé, et notez-le. Le paiement et son reçu restent valables.</translation>
    </message>
    <message>
        <source>Have the line put right in the landlord's accounts: the import's report names it. Until a night reads it, this lease gets no rent receipt (quittance); then this goes away by itself.</source>
        <translation>Faites corriger l’écriture dans la comptabilité du bailleur : le rapport d’import la désigne. Tant qu’une nuit ne l’a pas lue, ce contrat n’a pas de quittance ; ensuite, cet avertissement disparaît de lui-même.</translation>
    </message>
    <message>
        <source>For the agency's manager: ask who it was. If nobody knows, have the factor renewed.</source>
        <translation>Pour le responsable d’agence : demandez qui c’était. Si personne ne le sait, faites renouveler le second facteur.</translation>
    </message>
    <message>
        <source>For the agency's manager: was this station repaired or put back? If nobody knows of it, call the administrator: it has to be shut out.</source>
        <translation>Pour le responsable d’agence : ce poste a-t-il été réparé ou remis en place ? Si personne n’en sait rien, appelez l’administrateur : il faut l’exclure.</translation>
    </message>
    <message>
        <source>For the agency's manager: have its clock set right. Nothing that was done there is lost: central books nothing later than its own clock.</source>
        <translation>Pour le responsable d’agence : faites remettre l’horloge à l’heure. Rien de ce qui y a été fait n’est perdu : le serveur n’enregistre rien de plus tard que sa propre horloge.</translation>
    </message>
    <message>
        <source>For the agency's manager: look at this station. If it is gone, or nobody knows what it is doing, tell the administrator, who can shut it out. What it hands in waits and is not lost.</source>
        <translation>Pour le responsable d’agence : allez voir ce poste. S’il a disparu, ou si personne ne sait ce qu’il fait, prévenez l’administrateur, qui peut l’exclure. Ce qu’il transmet attend et n’est pas perdu.</translation>
    </message>
    <message>
        <source>For the agency's manager: count the till or the terminal's list, and ask who was there. Until it is confirmed the payment stands, but gives no rent receipt (quittance).</source>
        <translation>Pour le responsable d’agence : comptez la caisse ou la liste du lecteur CB, et demandez qui était là. Tant que ce n’est pas confirmé, le paiement est compté, mais il ne donne pas de quittance.</translation>
    </message>
    <message>
        <source>This is about what you did yourself: somebody else settles it.</source>
        <translation>Il s’agit de ce que vous avez fait vous-même : c’est à quelqu’un d’autre de le traiter.</translation>
    </message>
    <message>
        <source>Ask another manager, or the administrator. Nothing was recorded.</source>
        <translation>Demandez à un autre responsable, ou à l’administrateur. Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>This warning has been settled meanwhile.</source>
        <translation>Cet avertissement a été traité entre-temps.</translation>
    </message>
    <message>
        <source>You need not do anything.</source>
        <translation>Vous n’avez rien à faire.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>il y a {minutes} min</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>aujourd’hui à {time}</translation>
    </message>
    <message>
        <source>yesterday at {time}</source>
        <translation>hier à {time}</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>le {day} à {time}</translation>
    </message>
</context>
</TS>
