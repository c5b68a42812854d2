namespace Crisis.Core.Mentions;

/// <summary>What sort of personal data a text holds. The kebab-case name is the value of the facet <c>data:</c>.</summary>
public enum PersonalDataSort
{
    /// <summary>Turkish identity number (T.C. kimlik numarası), check digits right.</summary>
    IdentityNumber,

    /// <summary>International bank account number, ISO 13616, check digits right.</summary>
    Iban,

    /// <summary>Payment card number of a known brand's prefix and length, Luhn digit right.</summary>
    Card,

    /// <summary>Turkish number in any usual spelling, or an international one that begins with +. Call centres (444, 0800, 0850) don't count.</summary>
    Phone,

    Email,

    /// <summary>A street with a house number: roughly, and rather too little than too much.</summary>
    Address,
}
