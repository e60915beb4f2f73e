//! Concepts. A concept is what several ways of saying one thing have in common; cues are made of concepts, and `said` holds the words.

pub(in crate::narrative) use super::said::PHRASES;

/// What a word or phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(in crate::narrative) enum Concept {
    // Attacks.
    /// Data held to ransom.
    Ransomware,
    /// Files made unreadable by somebody else.
    Encrypting,
    /// Mail that lures.
    Phishing,
    /// Being talked into something.
    SocialEngineering,
    /// Software that does harm.
    Malware,
    /// An attack by computer, so called.
    Cyber,
    /// Somebody from outside who attacks by computer.
    Attacker,
    /// An incident of which no more is said.
    Incident,
    /// The same, said of data or a network.
    DataIncident,
    /// Somebody who was not allowed in, of whatever kind.
    Outsider,
    /// Getting in.
    GainedAccess,
    /// Being got into, plainly against the will of the owner.
    Compromised,
    /// Copying data out.
    Exfiltrated,
    // Mail and mailboxes.
    /// An account that holds mail.
    Mailbox,
    /// A message.
    Message,
    /// Sending a message.
    Emailed,
    /// Sent without protection.
    Insecure,
    /// Sending, whatever.
    Sent,
    /// Sent or kept without protection, in whatever form.
    Unencrypted,
    /// Everybody sees everybody's address.
    AddressesShown,
    /// A private account of one's own.
    PersonalEmail,
    // Things that hold data.
    /// A machine that serves others.
    Server,
    /// Everything that is connected.
    Network,
    /// What the Internet shows.
    Website,
    /// The record system.
    RecordSystem,
    /// Records of patients, on whatever.
    Records,
    /// A portable computer.
    Laptop,
    /// A computer that stands.
    Desktop,
    /// A computer of some kind.
    Computer,
    /// A device or medium that is carried.
    Portable,
    /// A disk in a box of its own.
    ExternalDrive,
    /// A disk that may stand in a computer or beside it.
    HardDrive,
    /// A server as a thing that can be carried off.
    ServerBox,
    /// A machine that examines or treats.
    Equipment,
    /// Paper, plainly.
    Paper,
    /// Documents, on paper or not.
    Documents,
    /// Files, on paper or in a computer.
    Files,
    /// Health information, so called.
    Phi,
    /// What the post carries.
    Letters,
    /// Rooms in which old papers are kept.
    StorageUnit,
    /// What is carried, and holds things.
    Bag,
    // Theft.
    /// Carrying off.
    Stole,
    /// Taken, by whomever.
    Taken,
    /// Gone, by theft or by loss.
    LostOrStolen,
    /// Breaking in.
    Burglary,
    /// Where cars are.
    Vehicle,
    /// Entry without loss.
    NothingTaken,
    /// Other meanings of the words of theft.
    NotTheft,
    // Loss.
    /// Lost, plainly.
    Lost,
    /// Not found.
    Missing,
    /// Torn on its way.
    Damaged,
    // Disposal.
    /// Into the rubbish.
    Rubbish,
    /// Thrown away.
    Disposed,
    /// Not made unreadable first.
    NotShredded,
    // Astray.
    /// To somebody else than meant.
    Wrong,
    /// By mistake.
    Mistake,
    /// Sent by post.
    Mailed,
    /// Sent by post to somebody else than meant, in one phrase.
    MailedWrong,
    /// By fax.
    Faxed,
    /// Given to somebody who ought not to have it.
    Disclosed,
    // Insiders.
    /// Somebody who works there.
    Insider,
    /// Somebody who used to work there.
    Former,
    /// Looking without a reason.
    Snooped,
    /// Looking at records, for whatever reason.
    Opened,
    /// Making copies for oneself.
    Copied,
    /// Taking along.
    Took,
    /// Selling.
    Sold,
    /// Under the name or title of another.
    FalseIdentity,
    /// Without leave.
    NoLeave,
    /// For gain.
    Fraud,
    // Exposure.
    /// To be seen by everybody.
    Exposed,
    /// Walking in.
    Entered,
    /// Left where anybody could walk in.
    Unsecured,
    /// A wrong setting.
    Misconfigured,
    /// Software that watches visitors.
    Tracking,
    // Around.
    /// Somebody who works for the covered entity.
    Associate,
    /// A natural event.
    Disaster,
    /// What follows did not happen.
    Negation,
    /// Where one clause ends and the next begins.
    Clause,
    /// Where one statement ends and the next begins, inside a sentence.
    Stop,
    /// The head Unauthorized Access/Disclosure, by name.
    SaysDisclosure,
    /// The head Theft, by name.
    SaysTheft,
    /// The head Loss, by name.
    SaysLoss,
    /// The head Improper Disposal, by name.
    SaysDisposal,
    /// The head Hacking/IT Incident, by name.
    SaysHacking,
    /// Words with which a writer puts the incident under a head of the form.
    Judged,
    /// Of another time, or of no weight: the sentence tells nothing of this incident.
    Elsewhere,
    /// Two incidents in one text.
    Several,
}

/// Concepts that say themselves what was not done: a negation in front belongs to them.
pub(in crate::narrative) static OWN_DENIAL: &[Concept] = &[Concept::AddressesShown, Concept::NotShredded];
