namespace Crisis.Core.Mentions;

/// <summary>Check digits that tell a real number from any other row of digits.</summary>
public static class CheckDigits
{
    /// <summary>
    /// Turkish identity number: eleven digits, the first not 0; the tenth is (7 × the odd places − the even places)
    /// mod 10 of the first nine, the eleventh the sum of the first ten mod 10.
    /// </summary>
    public static bool IsTurkishIdentity(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 11 || digits[0] == '0') return false;
        int odd = 0, even = 0, sum = 0;
        for (var i = 0; i < 9; i++)
        {
            if (i % 2 == 0) odd += digits[i] - '0';
            else even += digits[i] - '0';
        }

        for (var i = 0; i < 10; i++) sum += digits[i] - '0';
        return ((((odd * 7) - even) % 10) + 10) % 10 == digits[9] - '0' && sum % 10 == digits[10] - '0';
    }

    /// <summary>Luhn (ISO/IEC 7812-1).</summary>
    public static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum > 0 && sum % 10 == 0;
    }

    /// <summary>IBAN by mod 97 (ISO 7064): letters count 10 to 35, the first four characters come last. Upper or lower case, no spaces.</summary>
    public static bool IsIban(ReadOnlySpan<char> compact)
    {
        var rest = 0;
        for (var i = 0; i < compact.Length; i++)
        {
            var c = compact[(i + 4) % compact.Length];
            if (char.IsAsciiDigit(c)) rest = ((rest * 10) + (c - '0')) % 97;
            else if (char.IsAsciiLetter(c)) rest = ((rest * 100) + (c | 0x20) - 'a' + 10) % 97;
            else return false;
        }

        return rest == 1;
    }
}
